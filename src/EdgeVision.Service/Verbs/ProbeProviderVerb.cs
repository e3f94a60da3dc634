using System.CommandLine;
using System.Text.Json;
using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Native;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Devices;

namespace EdgeVision.Service.Verbs;

/// <summary>
/// `edgevision probe-provider [NAME]`: the child that `devices` asks. With --library it lists what a plug-in provider library
/// brings, and with --device it tries one of that. With nothing it says what library there is.
/// </summary>
internal static class ProbeProviderVerb
{
    private const int MostDevices = 1000;

    public static Command Create()
    {
        var command = CommandTree.Verb(ProbeProcess.Verb, "Opens a tiny model on a provider; `devices` starts this.");
        command.Hidden = true;
        var name = new Argument<string?>("provider") { Arity = ArgumentArity.ZeroOrOne, Description = "Its short name" };
        var library = new PluginChoice(command);
        var device = NumberOption.Create("--device", 0, MostDevices, "a place in the library's list", "Which of the library's devices");
        var options = new Option<string[]>("--option") { Description = "key=value, as the provider takes it" };
        var runtime = new Option<string?>("--runtime") { Description = "ONNX Runtime's file or folder" };
        command.Arguments.Add(name);
        command.Options.Add(device);
        command.Options.Add(options);
        command.Options.Add(runtime);
        return command.Does((parsed, _) =>
        {
            var settings = (parsed.GetValue(options) ?? []).Select(option => option.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[^1]);
            OrtLibrary Load() => OrtLibrary.Load(parsed.GetValue(runtime));
            if (library.Read(parsed) is [var plugin, ..])
            {
                Answer(parsed.GetValue(device) is { } place
                    ? JsonSerializer.Serialize(PluginProbe.Try(Load(), plugin with { Options = settings }, place, TimeProvider.System), ProbeJson.Default.ProbeReport)
                    : JsonSerializer.Serialize(PluginProbe.List(Load(), plugin), ProbeJson.Default.PluginListing));
            }
            else
            {
                Answer(parsed.GetValue(name) is { } provider
                    ? JsonSerializer.Serialize(ProviderProbe.Run(Load(), Find(provider), settings, TimeProvider.System), ProbeJson.Default.ProbeReport)
                    : JsonSerializer.Serialize(Look(Load), ProbeJson.Default.LoadedRuntime));
            }

            return Task.FromResult(ExitCodes.Ok);
        });
    }

    private static ProviderEntry Find(string name) => ProviderCatalogue.Find(name) ?? throw new ArgumentException($"there is no provider {name}");

    private static LoadedRuntime Look(Func<OrtLibrary> load)
    {
        try
        {
            var library = load();
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
