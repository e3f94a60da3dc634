using System.Xml.Linq;

namespace EdgeVision.Architecture.Tests.Reading;

/// <summary>What a project file says that the rules ask about.</summary>
public sealed record ProjectFile(
    string Path, string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, bool AllowsUnsafe)
{
    public static ProjectFile Parse(TextFile file)
    {
        var document = XDocument.Parse(file.Text);
        return new(
            file.Path,
            System.IO.Path.GetFileNameWithoutExtension(file.Path),
            [.. Includes(document, "ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            Includes(document, "PackageReference"),
            document.Descendants("AllowUnsafeBlocks").Any(element => element.Value.Trim() != "false"));
    }

    private static List<string> Includes(XDocument document, string element) =>
        [.. document.Descendants(element).Select(item => item.Attribute("Include")?.Value ?? "").Where(value => value.Length > 0)];
}
