using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace EdgeVision.Service.Verbs;

/// <summary>Options that take a number within bounds.</summary>
internal static class NumberOption
{
    /// <param name="name">With its dashes.</param>
    /// <param name="least">The least that is allowed.</param>
    /// <param name="most">The greatest that is allowed.</param>
    /// <param name="allowed">The bounds in words, for the message.</param>
    /// <param name="description">For --help.</param>
    public static Option<T?> Create<T>(string name, T least, T most, string allowed, string description)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
                if (T.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                {
                    return value;
                }

                result.AddError($"{name} takes {allowed}, not '{text}'");
                return null;
            },
        };
}
