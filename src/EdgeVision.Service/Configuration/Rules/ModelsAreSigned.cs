using EdgeVision.Inference.Models.Signing;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>The trusted keys are public keys, and where signatures are required every model has a good one.</summary>
internal sealed class ModelsAreSigned : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        var security = draft.Config.Security;
        if (!draft.IsSound("security") || !KeysAreGood(draft, security.TrustedKeys) || !security.RequireSignedModels)
        {
            return;
        }

        if (security.TrustedKeys.Count == 0)
        {
            draft.Refuse("security.require_signed_models", "needs a key to trust; write trusted_keys: [PUBLIC.PEM] beside it");
            return;
        }

        using var keys = TrustedKeys.Load(security.TrustedKeys.Select(draft.Absolute));
        foreach (var (path, _, model) in draft.Models.Where(one => draft.Ask(one.Model.Manifest).Model is not null))
        {
            if (draft.Distrust(model.Manifest, keys) is { } complaint)
            {
                draft.Refuse(draft.IsWritten($"{path}.manifest") ? $"{path}.manifest" : path, $"{Words.Quote(model.Manifest)} {complaint}");
            }
        }
    }

    private static bool KeysAreGood(DeviceDraft draft, IReadOnlyList<string> files)
    {
        var good = true;
        for (var i = 0; i < files.Count; i++)
        {
            var path = FormattableString.Invariant($"security.trusted_keys[{i}]");
            good &= NamedFile.Check(draft, path, files[i]) && IsKey(draft, path, files[i]);
        }

        return good;
    }

    private static bool IsKey(DeviceDraft draft, string path, string file)
    {
        try
        {
            using var key = SigningKey.ReadPublic(draft.Absolute(file));
            return true;
        }
        catch (InvalidDataException none)
        {
            draft.Refuse(path, none.Message);
            return false;
        }
    }
}
