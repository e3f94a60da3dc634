using System.Globalization;
using EdgeVision.Core.Faults;
using EdgeVision.Inference.Accelerators;
using EdgeVision.Inference.Accelerators.Containment;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Sessions;
using EdgeVision.Native.OnnxRuntime;

namespace EdgeVision.Benchmarks;

/// <summary>
/// What the containment adds to an inference: a processor alone on its list, and a first candidate whose outputs are checked and
/// copied. All take turns, run by run; what a run takes beyond the library's own call is compared.
/// </summary>
internal static class ContainmentBenchmark
{
    private const int WarmUp = 50;
    private const int Rounds = 400;
    private static readonly string[] Models = ["yolox-nano", "fastestdet", "yunet-s", "yunet-n", "street-s-int8"];

    internal static async Task RunAsync()
    {
        Console.WriteLine($"{"model",-16}{"bare",8}{"alone",8}{"guarded",9}{"alone adds",12}{"guard adds",12}   median us beyond the run");
        var store = new ModelStore(ModelFolders.Default());
        foreach (var name in Models)
        {
            if (store.Manifests.FirstOrDefault(one => one.Name == name) is { } manifest && store.Locate(manifest) is not null)
            {
                await MeasureAsync(store.Load(name));
            }
        }
    }

    private static async Task MeasureAsync(VerifiedModel model)
    {
        var cpu = new AcceleratorCandidate("cpu", "CPU", _ => Open(model)) { RunLimit = Timeout.InfiniteTimeSpan };
        var first = new AcceleratorCandidate("first", "CPU", _ => Open(model)) { RunLimit = TimeSpan.FromSeconds(30) };
        using var bare = Open(model);
        using var alone = FallbackAccelerator.Open(model.Manifest, [cpu], new Deaf(), TimeProvider.System);
        using var guarded = FallbackAccelerator.Open(model.Manifest, [first, cpu], new Deaf(), TimeProvider.System);
        while (guarded.Active != "first")
        {
            await Task.Delay(10);
        }

        IAccelerator[] all = [bare, alone, guarded];
        var hops = all.Select(_ => new List<double>(Rounds)).ToArray();
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            for (var i = 0; i < all.Length; i++)
            {
                var hop = await HopAsync(all[i], round % 2);
                if (round >= WarmUp)
                {
                    hops[i].Add(hop);
                }
            }
        }

        var (plain, one, two) = (Median(hops[0]), Median(hops[1]), Median(hops[2]));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{model.Manifest.Name,-16}{plain,8:F1}{one,8:F1}{two,9:F1}{one - plain,12:F1}{two - one,12:F1}"));
    }

    private static async Task<double> HopAsync(IAccelerator accelerator, int slot)
    {
        _ = accelerator.Input(slot);
        var started = TimeProvider.System.GetTimestamp();
        var outcome = await accelerator.Submit(slot).ConfigureAwait(false);
        var whole = TimeProvider.System.GetElapsedTime(started);
        return outcome.Fault is null ? (whole - outcome.Run).TotalMicroseconds : throw new FaultException(outcome.Fault);
    }

    private static CpuAccelerator Open(VerifiedModel model)
    {
        var needs = model.Manifest.Decoder.Create(model.Manifest.Input.Size, model.Manifest.Classes.Count).Outputs;
        return new CpuAccelerator(model.Manifest.Name, InferenceSession.Open(OrtLibrary.Load(), model, needs, new OrtSessionOptions()), 2, TimeProvider.System);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private sealed class Deaf : IAcceleratorWatcher
    {
        public void OnState(AcceleratorStatus status)
        {
        }

        public void OnActive(string from, string to)
        {
        }

        public void OnFault(Fault fault)
        {
        }
    }
}
