using System.CommandLine;
using System.Text.Json;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Native;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Devices;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision probe-provider [NAME]`: the child that `devices` asks. Without a name it says what library there is.</summary>
internal static class ProbeProviderVerb
{
    public static Command Create()
    {
        var command = CommandTree.Verb(ProbeProcess.Verb, "Opens a tiny model on a provider; `devices` starts this.");
        command.Hidden = true;
        var name = new Argument<string?>("provider") { Arity = ArgumentArity.ZeroOrOne, Description = "Its short name" };
        var options = new Option<string[]>("--option") { Description = "key=value, as the provider takes it" };
        command.Arguments.Add(name);
        command.Options.Add(options);
        return command.Does((parsed, _) =>
        {
            Answer(parsed.GetValue(name) is { } provider
                ? JsonSerializer.Serialize(Try(provider, parsed.GetValue(options) ?? []), ProbeJson.Default.ProbeReport)
                : JsonSerializer.Serialize(Look(), ProbeJson.Default.LoadedRuntime));
            return Task.FromResult(ExitCodes.Ok);
        });
    }

    private static ProbeReport Try(string name, string[] options)
    {
        var provider = ProviderCatalogue.Find(name) ?? throw new ArgumentException($"there is no provider {name}");
        var settings = options.Select(option => option.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[^1]);
        return ProviderProbe.Run(OrtLibrary.Load(), provider, settings, TimeProvider.System);
    }

    private static LoadedRuntime Look()
    {
        try
        {
            var library = OrtLibrary.Load();
            return new LoadedRuntime(library.Version, library.Path, library.AvailableProviders, LibraryProbe.RuntimeIdentifier);
        }
        catch (NativeLibraryException missing)
        {
            return new LoadedRuntime("", "", [], LibraryProbe.RuntimeIdentifier, missing.Message);
        }
    }

    /// <summary>In one write, after a line break: a driver's text may stand before it without one.</summary>
    private static void Answer(string json)
    {
        Console.Out.Write($"\n{ProbeProcess.Mark}{json}\n");
        Console.Out.Flush();
    }
}
