using System.Text;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Inference.Models.Signing;

/// <summary>Signs a manifest where it lies, and so the model file and the labels whose hashes it holds.</summary>
public static class ManifestSigner
{
    /// <summary>Writes the signature file; where the manifest does not fix its labels, it gets a line that does.</summary>
    /// <param name="path">The manifest.</param>
    /// <param name="key">A private key.</param>
    /// <returns>The signature file.</returns>
    /// <exception cref="YamlProblemsException">The manifest cannot be used.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static string Sign(string path, SigningKey key)
    {
        var manifest = ManifestFile.Read(path);
        if (manifest.LabelsSha256 is null)
        {
            manifest = FixLabels(manifest);
        }

        var signature = ModelSignature.PathOf(path);
        File.WriteAllText(signature + ".new", ModelSignature.Create(manifest.Original.Span, key));
        File.Move(signature + ".new", signature, overwrite: true);
        return signature;
    }

    /// <summary>Adds the line at the end, so that all else stays as a person wrote it.</summary>
    private static ModelManifest FixLabels(ModelManifest manifest)
    {
        var text = Encoding.UTF8.GetString(manifest.Original.Span);
        var draft = manifest.Path + ".new";
        File.WriteAllText(draft, $"{text.TrimEnd()}\nlabels_sha256: {ModelVerification.Hash(manifest.LabelsBytes.Span)}\n");
        try
        {
            ManifestFile.Read(draft);
            File.Move(draft, manifest.Path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }

        return ManifestFile.Read(manifest.Path);
    }
}
