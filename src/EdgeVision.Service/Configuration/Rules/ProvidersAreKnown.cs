using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Service.Configuration.Options;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>Providers and their options are those of the catalogue, or come from a library that is there.</summary>
internal sealed class ProvidersAreKnown : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        foreach (var (path, accelerator) in draft.Accelerators)
        {
            var name = new AcceleratorName(accelerator.Provider);
            NamedFile.Check(draft, $"{path}.library", accelerator.Library);
            if (!name.IsKnown && accelerator.Library is null)
            {
                draft.Refuse(At(draft, path, "provider"), Unknown(accelerator.Provider));
            }
            else if (name.Provider is { } provider && accelerator.Library is null)
            {
                CheckOptions(draft, path, provider, accelerator);
            }
            else if (name.IsAuto || name.Family is not null)
            {
                CheckWish(draft, path, name, accelerator);
            }

            if (accelerator.Prefer is not null && !name.IsAuto)
            {
                draft.Refuse($"{path}.prefer", "goes with auto only; delete it, or delete provider");
            }
        }
    }

    private static void CheckOptions(DeviceDraft draft, string path, ProviderEntry provider, AcceleratorOptions accelerator)
    {
        foreach (var problem in ProviderSettings.Of(provider, accelerator.Options).Problems)
        {
            draft.Refuse($"{path}.options.{problem.Option}", problem.Message);
        }
    }

    /// <summary>auto and a family leave open which provider it will be.</summary>
    private static void CheckWish(DeviceDraft draft, string path, AcceleratorName name, AcceleratorOptions accelerator)
    {
        if (accelerator.Options.Count > 0)
        {
            draft.Refuse($"{path}.options", $"goes with a provider's name, and {name.Spelled} is none; write provider: {Example(name)}, or delete options");
        }

        if (accelerator.Library is not null)
        {
            draft.Refuse($"{path}.library", $"goes with the plug-in provider's own name, and {name.Spelled} is none; write that under provider");
        }
    }

    private static string Example(AcceleratorName name) =>
        ProviderCatalogue.Providers.FirstOrDefault(provider => provider.Options.Count > 0 && provider.Serves.Any(target => target.Family == name.Family))?.Name ?? "OpenVINO";

    private static string Unknown(string written)
    {
        var suggestion = Spelling.Suggest(written, AcceleratorName.All);
        return $"{Words.Quote(written)} is no kind of device and no provider that is known{suggestion}"
            + (suggestion.Length > 0 ? "" : $"; known are {Words.Or(AcceleratorName.All)}; a plug-in's own name needs library too");
    }

    /// <summary>The place of a key, or of the word that stands for the whole.</summary>
    private static string At(DeviceDraft draft, string path, string key) => draft.IsWritten($"{path}.{key}") ? $"{path}.{key}" : path;
}
