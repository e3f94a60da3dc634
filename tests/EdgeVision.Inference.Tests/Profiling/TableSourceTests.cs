using EdgeVision.Core.Operating;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Profiling;
using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Profiling;

public sealed class TableSourceTests : IDisposable
{
    private static readonly MachineFacts Machine = new("Test Board", "Test CPU", 2, 4, "6.12");
    private readonly TempFolder _folder = new();
    private readonly JumpingTime _time = new();
    private int _opened;

    [SkippableFact]
    public async Task A_table_is_measured_once_and_kept()
    {
        var first = await GetAsync(Machine);
        Assert.True(first.IsNew);
        Assert.Empty(first.Notes);
        var second = await GetAsync(Machine);
        Assert.False(second.IsNew);
        Assert.Equal(1, _opened);
        Assert.Equal(TableFile.Text(first.Table), TableFile.Text(second.Table));
        Assert.Equal(Ort.Need().Version, second.Table.Head.Key.Library);
        Assert.Matches("^[0-9a-f]{64}$", second.Table.Head.LibrarySha256);
    }

    [SkippableFact]
    public async Task After_a_new_kernel_it_is_measured_anew_and_that_is_said()
    {
        await GetAsync(Machine);
        var anew = await GetAsync(Machine with { Kernel = "6.13" });
        Assert.True(anew.IsNew);
        Assert.Equal(2, _opened);
        Assert.EndsWith("it was measured with driver kernel 6.12, here kernel 6.13", Assert.Single(anew.Notes), StringComparison.Ordinal);
        Assert.False((await GetAsync(Machine with { Kernel = "6.13" })).IsNew);
    }

    [SkippableFact]
    public async Task A_folder_that_cannot_be_written_is_told_and_the_table_is_used()
    {
        File.WriteAllText(_folder["profiles"], "in the way");
        var result = await GetAsync(Machine);
        Assert.Single(result.Table.Points);
        Assert.Contains("could not be written, so the next start measures again", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<TableResult> GetAsync(MachineFacts machine)
    {
        var library = Ort.Need();
        var manifest = RealModels.Need(ShippedModel.Name).Manifest;
        var source = new TableSource(TableStore.In(_folder.Path), machine, library, _time) { Rapl = null };
        return source.GetAsync(manifest, [Candidate(manifest)], ProfileOptions.Quick, null, CancellationToken.None);
    }

    private ProfileCandidate Candidate(ModelManifest manifest) => new(
        new OperatingPoint(manifest.Name, manifest.Sha256, manifest.Input.Size, "cpu", 1, false), AcceleratorFamily.Cpu,
        () =>
        {
            _opened++;
            return new ScriptedAccelerator(_time, static _ => 10, NativeTensor.Allocate(Ort.Need(), TensorElementType.Float32, [4]));
        });
}
