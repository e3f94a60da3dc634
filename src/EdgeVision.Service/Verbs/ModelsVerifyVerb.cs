using System.CommandLine;
using EdgeVision.Core.Faults;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision models verify`: hash, contract and a first run of every model that is here.</summary>
internal static class ModelsVerifyVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb("verify", "Checks hash, inputs, outputs and a first run.", "models verify", "models verify yolox-nano");
        var names = new Argument<string[]>("names") { Description = "Names or paths; all that are on this machine when left out", Arity = ArgumentArity.ZeroOrMore };
        command.Arguments.Add(names);
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

            var bad = wanted.Count(name => !Verify(store, factory, name));
            return Task.FromResult(bad == 0 ? ExitCodes.Ok : ExitCodes.Failed);
        });
    }

    private static bool Verify(ModelStore store, DetectorFactory factory, string name)
    {
        try
        {
            using var detector = factory.Open(store.Load(name));
            Console.WriteLine($"ok   {name}: hash, contract and a run of {detector.Point}");
            return true;
        }
        catch (FaultException failure)
        {
            Console.WriteLine($"bad  {name}: {failure.Fault}");
            return false;
        }
    }
}
