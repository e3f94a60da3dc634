using System.Reflection;
using EdgeVision.Capture.Sources;
using EdgeVision.Core.Frames;
using EdgeVision.Testing;
using YamlDotNet.RepresentationModel;

namespace EdgeVision.Capture.Tests.Sources;

/// <summary>The sample beside each kind of source names only keys that exist, and a source that can be read.</summary>
public sealed class SampleTests
{
    public static TheoryData<string, Type> Samples => new()
    {
        { "Ffmpeg/file.sample.yaml", typeof(PathSpec) },
        { "Ffmpeg/rtsp.sample.yaml", typeof(NetworkSpec) },
        { "Ffmpeg/http.sample.yaml", typeof(NetworkSpec) },
        { "Ffmpeg/device.sample.yaml", typeof(DeviceSpec) },
        { "Folders/folder.sample.yaml", typeof(PathSpec) },
        { "Commands/command.sample.yaml", typeof(CommandSpec) },
    };

    [Fact]
    public void Every_sample_is_listed_here()
    {
        var folder = Repository.PathOf("src", "EdgeVision.Capture");
        var files = Directory.EnumerateFiles(folder, "*.sample.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path))
            .Where(path => !path.StartsWith("Synthetic", StringComparison.Ordinal));
        Assert.Equal(files.Order(), Samples.Select(row => (string)row[0]).Order());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_fits_the_options(string file, Type kind)
    {
        var camera = Read(file);
        Assert.True(camera.Children.ContainsKey("id"));
        var source = camera.Children["source"];
        if (source is YamlMappingNode command)
        {
            Assert.Equal(typeof(CommandSpec), kind);
            Fits<CommandOptions>(command);
        }
        else
        {
            Assert.IsType(kind, SourceSpec.Parse(((YamlScalarNode)source).Value!));
        }

        if (camera.Children.TryGetValue("capture", out var capture))
        {
            Fits<CaptureOptions>((YamlMappingNode)capture);
        }
    }

    private static void Fits<T>(YamlMappingNode options)
    {
        foreach (var (key, value) in options.Children)
        {
            var name = ((YamlScalarNode)key).Value!.Replace("_", "", StringComparison.Ordinal);
            var property = typeof(T).GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            Assert.True(property is not null, $"{name} is no key of {typeof(T).Name}");
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            Assert.True(Reads(type, value), $"{value} is not a {type.Name}");
        }
    }

    private static bool Reads(Type type, YamlNode value) => value switch
    {
        YamlSequenceNode => type == typeof(IReadOnlyList<string>),
        YamlScalarNode { Value: { } text } when type.IsEnum => Enum.TryParse(type, text, ignoreCase: true, out _),
        YamlScalarNode { Value: { } text } when type == typeof(PictureSize) => PictureSize.TryParse(text, out _),
        YamlScalarNode { Value: { } text } when type == typeof(TimeSpan) => text.EndsWith('s'),
        YamlScalarNode { Value: { } text } when type == typeof(bool) => bool.TryParse(text, out _),
        YamlScalarNode { Value: { } text } when type == typeof(double) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private static YamlMappingNode Read(string file)
    {
        using var reader = new StreamReader(Repository.PathOf("src", "EdgeVision.Capture", file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return (YamlMappingNode)Assert.Single((YamlSequenceNode)yaml.Documents[0].RootNode["cameras"]);
    }
}
