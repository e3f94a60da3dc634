using System.CommandLine;
using EdgeVision.Core.Faults;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Models.Signing;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision models verify`: hash, contract and a first run of every model that is here.</summary>
internal static class ModelsVerifyVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb("verify", "Checks hash, inputs, outputs, a first run and the signature.", "models verify", "models verify street-s-int8 --key public.pem");
        var names = new Argument<string[]>("names") { Description = "Names or paths; all that are on this machine when left out", Arity = ArgumentArity.ZeroOrMore };
        var keys = new Option<FileInfo[]>("--key", "-k") { Description = "PEM file of a public key that is trusted; may be given several times" };
        command.Arguments.Add(names);
        command.Options.Add(keys);
        return command.Does((parsed, _) =>
        {
            var store = new ModelStore(ModelFolders.Default());
            var factory = new DetectorFactory(OrtLibrary.Load(), TimeProvider.System);
            var given = parsed.GetValue(names) ?? [];
            var wanted = given.Length > 0 ? given : [.. store.Manifests.Where(manifest => store.Locate(manifest) is not null).Select(manifest => manifest.Name)];
            if (wanted.Length == 0)
            {
                return Task.FromResult(Failure.Say("no model file is on this machine; see: edgevision models list", ExitCodes.Unavailable));
            }

            using var trusted = TrustedKeys.Load((parsed.GetValue(keys) ?? []).Select(file => file.FullName));
            var bad = wanted.Count(name => !Verify(store, factory, trusted, name));
            return Task.FromResult(bad == 0 ? ExitCodes.Ok : ExitCodes.Failed);
        });
    }

    private static bool Verify(ModelStore store, DetectorFactory factory, TrustedKeys trusted, string name)
    {
        VerifiedModel model;
        try
        {
            model = store.Load(name);
        }
        catch (FaultException failure)
        {
            return Bad(name, failure.Fault.Code == FaultCode.ModelMismatch ? "hash" : failure.Fault.Code == FaultCode.ModelMissing ? "file" : "manifest", failure.Fault.ToString());
        }

        try
        {
            using var detector = factory.Open(model);
            var verdict = trusted.Judge(model.Manifest);

            // Who gives keys wants a signature of theirs; without keys to compare with, one is no more than a claim.
            if (trusted.Ids.Count > 0 && verdict.State != SignatureState.Trusted)
            {
                return Bad(name, "signature", $"{verdict.Why}; hash, contract and a run of {detector.Point} are good");
            }

            var signature = trusted.Ids.Count > 0 ? verdict.Why
                : verdict.State == SignatureState.Missing ? "unsigned"
                : $"signed by key {verdict.KeyId ?? "(unnamed)"}, not checked; give --key";
            Console.WriteLine($"ok   {name}: hash, contract and a run of {detector.Point}; {signature}");
            return true;
        }
        catch (FaultException failure)
        {
            return Bad(name, failure.Fault.Code == FaultCode.InferenceFailed ? "run" : "contract", failure.Fault.ToString());
        }
    }

    /// <param name="name">The model.</param>
    /// <param name="check">The first that failed.</param>
    /// <param name="why">In words.</param>
    private static bool Bad(string name, string check, string why)
    {
        Console.WriteLine($"bad  {name}: {check} failed: {why}");
        return false;
    }
}
