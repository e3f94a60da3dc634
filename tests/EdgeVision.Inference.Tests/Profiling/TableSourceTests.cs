using EdgeVision.Core.Faults;
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
    private bool _absentIsThere;

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

    [SkippableFact]
    public async Task What_a_table_lacks_is_measured_and_joins_it()
    {
        await GetAsync(Machine);
        var more = await GetAsync(Machine, "cpu", "npu");
        Assert.True(more.IsNew);
        Assert.Equal(2, _opened);
        Assert.Equal(["cpu", "npu"], more.Table.Points.Select(point => point.Point.Accelerator));
        var kept = await GetAsync(Machine, "npu");
        Assert.False(kept.IsNew);
        Assert.Equal(TableFile.Text(more.Table), TableFile.Text(kept.Table));
        Assert.Equal(2, _opened);
    }

    [SkippableFact]
    public async Task What_could_not_be_used_is_tried_again_each_time()
    {
        var refused = await GetAsync(Machine, "cpu", "absent");
        Assert.Equal("accelerator absent: not there", refused.Table.Unusable["absent x1"]);
        _absentIsThere = true;
        var found = await GetAsync(Machine, "cpu", "absent");
        Assert.Equal(["cpu", "absent"], found.Table.Points.Select(point => point.Point.Accelerator));
        Assert.Empty(found.Table.Unusable);
    }

    [SkippableFact]
    public async Task Without_its_samples_a_table_is_measured_anew_as_a_whole()
    {
        var first = await GetAsync(Machine);
        File.Delete(TableFile.SamplesPath(first.Path));
        Assert.True((await GetAsync(Machine, "cpu", "npu")).IsNew);
        Assert.Equal(3, _opened);
    }

    public void Dispose() => _folder.Dispose();

    private Task<TableResult> GetAsync(MachineFacts machine, params string[] accelerators)
    {
        var library = Ort.Need();
        var manifest = RealModels.Need(ShippedModel.Name).Manifest;
        var source = new TableSource(TableStore.In(_folder.Path), machine, library, _time) { Rapl = null };
        return source.GetAsync(manifest, [.. (accelerators.Length > 0 ? accelerators : ["cpu"]).Select(name => Candidate(manifest, name))], ProfileOptions.Quick, null, CancellationToken.None);
    }

    private ProfileCandidate Candidate(ModelManifest manifest, string accelerator) => new(
        new OperatingPoint(manifest.Name, manifest.Sha256, manifest.Input.Size, accelerator, 1, false), AcceleratorFamily.Cpu,
        () =>
        {
            if (accelerator == "absent" && !_absentIsThere)
            {
                throw new FaultException(new Fault(FaultCode.AcceleratorMissing, "accelerator absent", "not there"));
            }

            _opened++;
            return new ScriptedAccelerator(_time, static _ => 10, NativeTensor.Allocate(Ort.Need(), TensorElementType.Float32, [4]));
        });
}
