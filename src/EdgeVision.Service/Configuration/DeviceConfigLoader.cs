using EdgeVision.Service.Configuration.Options;
using EdgeVision.Service.Configuration.Plans;
using EdgeVision.Service.Configuration.Rules;
using EdgeVision.Yaml.Binding;
using EdgeVision.Yaml.Reading;

namespace EdgeVision.Service.Configuration;

/// <summary>File and environment to a plan, or to every reason why not.</summary>
/// <param name="models">The models this machine knows.</param>
public sealed class DeviceConfigLoader(IModelCatalog models)
{
    /// <param name="path">The device's YAML file.</param>
    /// <param name="environment">All environment variables; those that start with EDGEVISION__ override keys.</param>
    public ConfigResult Load(string path, IReadOnlyDictionary<string, string> environment)
        => Finish(YamlReader.ReadFile(path), Path.GetDirectoryName(Path.GetFullPath(path))!, environment);

    /// <summary>As <see cref="Load"/>, from text that is no file.</summary>
    /// <param name="source">The name that problems give.</param>
    /// <param name="utf8">The whole text.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="environment">As for <see cref="Load"/>.</param>
    public ConfigResult Read(string source, ReadOnlySpan<byte> utf8, string folder, IReadOnlyDictionary<string, string> environment)
        => Finish(YamlReader.Read(source, utf8), folder, environment);

    private ConfigResult Finish(YamlReading reading, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var overridden = EnvironmentOverrides.Apply(reading, environment);
        var bound = YamlBinder.Bind<DeviceConfig>(overridden, DeviceConfigSchema.Registry);
        if (bound.Draft is null)
        {
            return new ConfigResult(null, null, bound.Problems);
        }

        var draft = new DeviceDraft(bound.Draft, bound.Problems, bound.Places, folder, models);
        foreach (var rule in RuleBook.All)
        {
            rule.Check(draft);
        }

        return bound.Problems.Any
            ? new ConfigResult(null, null, bound.Problems)
            : new ConfigResult(bound.Draft, PlanBuilder.Build(draft), bound.Problems);
    }
}
