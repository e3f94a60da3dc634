using System.CommandLine;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Models.Signing;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision models sign NAME --key FILE`: says with a key that this model may be used.</summary>
internal static class ModelsSignVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb("sign", "Signs a model's manifest, once its file has been verified.", "models sign street-s-int8 --key key.pem");
        var name = new Argument<string>("name") { Description = "A model's name or path" };
        var key = new Option<FileInfo>("--key", "-k") { Description = "PEM file of a private key (ECDSA, P-256)", Required = true };
        command.Arguments.Add(name);
        command.Options.Add(key);
        return command.Does((parsed, _) =>
        {
            using var signer = SigningKey.ReadPrivate(parsed.GetValue(key)!.FullName);

            // A signature stands for the bytes that the manifest names, so they must be here and right.
            var model = new ModelStore(ModelFolders.Default()).Load(parsed.GetValue(name)!);
            var file = ManifestSigner.Sign(model.Manifest.Path, signer);
            Console.WriteLine($"{model.Manifest.Name}: signed by key {signer.Id}, {file}");
            return Task.FromResult(ExitCodes.Ok);
        });
    }
}
