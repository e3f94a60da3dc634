using System.Text.RegularExpressions;
using EdgeVision.Architecture.Tests.Reading;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>No file names a package registry's host or a folder of the machine it was written on.</summary>
internal static partial class ForeignTextRule
{
    // Put together here, so that this file keeps its own rule.
    private static readonly string[] s_hosts =
    [
        "registry.npmjs" + ".org", "registry.yarnpkg" + ".com", "nuget.org" + "/v3", "api.nuget" + ".org", "pypi" + ".org",
        "files.pythonhosted" + ".org", "deb.debian" + ".org", "proxy.golang" + ".org",
    ];

    public static IEnumerable<Violation> Check(TextFile file)
    {
        for (var line = 0; line < file.Lines.Count; line++)
        {
            var text = file.Lines[line];
            foreach (var host in s_hosts.Where(host => text.Contains(host, StringComparison.OrdinalIgnoreCase)))
            {
                yield return new(file.Path, line + 1, $"names the registry {host}; the machine's own settings say where packages come from");
            }

            foreach (Match match in MachinePath().Matches(text))
            {
                yield return new(file.Path, line + 1, $"'{match.Value}' is a folder of one machine");
            }
        }
    }

    // As the start of a path only: a/work/b is somebody's relative path.
    [GeneratedRegex(@"(?<![\w.*}\])-])/(work|root)/")]
    private static partial Regex MachinePath();
}
