using System.Text;
using EdgeVision.Yaml.Binding;

namespace EdgeVision.Yaml.Tests.Samples;

internal static class Sample
{
    public static BinderRegistry Registry { get; } = new BinderRegistry()
        .AddShorthand<SampleShort>("manifest")
        .AddOneOrMany<SampleShort>()
        .AddUnion<SampleShape>("kind", ("circle", typeof(SampleCircle)), ("square", typeof(SampleSquare)))
        .AddPlannedKeys<SampleOptions>("power");

    public static BoundDocument<SampleOptions> Bind(string yaml) => YamlBinder.Read<SampleOptions>("f.yaml", Encoding.UTF8.GetBytes(yaml), Registry);

    /// <summary>The problems of a text that has an id besides.</summary>
    public static string[] Problems(string yaml) => [.. Bind("id: a\n" + yaml).Problems.All.Select(p => p.ToString())];
}
