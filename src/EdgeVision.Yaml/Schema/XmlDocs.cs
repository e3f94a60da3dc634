using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace EdgeVision.Yaml.Schema;

/// <summary>Reads the doc comments that the compiler writes beside each assembly. Without the file there are no descriptions.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    /// <summary>The summary of a type as one line, or null.</summary>
    public string? Of(Type type) => Summary(type.Assembly, $"T:{Name(type)}");

    /// <summary>The summary of a property as one line, or null.</summary>
    public string? Of(PropertyInfo property) => Summary(property.DeclaringType!.Assembly, $"P:{Name(property.DeclaringType)}.{property.Name}");

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private string? Summary(Assembly assembly, string member)
    {
        if (!_files.TryGetValue(assembly, out var members))
        {
            members = Load(assembly);
            _files[assembly] = members;
        }

        return members.TryGetValue(member, out var element) && element.Element("summary") is { } summary
            ? Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim()
            : null;
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path))
        {
            return [];
        }

        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);
    }

    // A reference shows its last name: T:EdgeVision.Core.Frames.Frame is Frame.
    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref") is { } target => target.Value[(target.Value.LastIndexOfAny(['.', ':']) + 1)..],
        XElement element => element.Attribute("name")?.Value ?? element.Attribute("langword")?.Value ?? element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
