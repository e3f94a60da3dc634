using System.CommandLine;
using System.Globalization;
using EdgeVision.Inference.Accelerators.Hardware;
using EdgeVision.Inference.Profiling.Roofline;

namespace EdgeVision.Service.Verbs;

/// <summary>The options that say what the board draws and costs, for inferences per watt and per unit of cost.</summary>
internal sealed class BoardFactsChoice
{
    private const double MostWatts = 10_000;
    private const double MostPrice = 1e6;
    private const string UsualCurrency = "USD";

    private readonly Option<double?> _watts = NumberOption.Create("--watts", 0.001, MostWatts, $"a number from 0.001 to {MostWatts}", "Watts that the board draws at work, for inferences per watt");

    private readonly Option<AcceleratorFacts?> _price = new("--price")
    {
        Description = "What the board costs, such as 80 or 75EUR, for inferences per unit of cost; US dollars without a currency", CustomParser = Price, HelpName = "price",
    };

    public BoardFactsChoice(Command command)
    {
        command.Options.Add(_watts);
        command.Options.Add(_price);
    }

    /// <summary>What is known of this machine's devices, with what was said of the board.</summary>
    public PublishedFacts Read(ParseResult parsed) =>
        new(HardwareScan.Read(), (parsed.GetValue(_price) ?? AcceleratorFacts.None) with { Watts = parsed.GetValue(_watts) });

    private static AcceleratorFacts? Price(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        var number = text.TrimEnd([.. Enumerable.Range('A', 26).Select(static letter => (char)letter)]);
        var currency = text[number.Length..];
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price is > 0 and <= MostPrice && currency.Length is 0 or 3)
        {
            return new AcceleratorFacts(Price: price, Currency: currency.Length > 0 ? currency : UsualCurrency);
        }

        result.AddError($"--price takes a number above 0, with the three letters of a currency behind it where it is not USD, such as 75EUR, not '{text}'");
        return null;
    }
}
