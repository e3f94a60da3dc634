using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.ModelTools.Quantization.Calibration;
using EdgeVision.ModelTools.Quantization.Reports;
using EdgeVision.Service.Quantizing;

namespace EdgeVision.Service.Tests.Quantizing;

public sealed class QuantizeJobTests : IDisposable
{
    private static readonly CalibrationSet NoPictures = new("none", 0, _ => default);
    private readonly ModelFolder _models = new();

    public void Dispose() => _models.Dispose();

    [Theory]
    [InlineData("out", "out", "out")]
    [InlineData("new/small-int8/small-int8.onnx", "new/small-int8", "small-int8")]
    public async Task AnAcceptedModelLoadsAtOnceByFolderManifestAndFile(string output, string folder, string name)
    {
        var outcome = await RunAsync(output);

        Assert.Equal(_models.In(folder), outcome.Written!.Folder);
        Assert.Equal(
            new[] { "labels.txt", "model.yaml", $"{name}.onnx", "report.json", "report.svg" }.Order(StringComparer.Ordinal),
            Directory.EnumerateFileSystemEntries(_models.In(folder)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        var store = new ModelStore(new ModelFolders([], [], "/nowhere"));
        foreach (var path in new[] { _models.In(folder), _models.In(folder, "model.yaml"), _models.In(folder, $"{name}.onnx") })
        {
            var loaded = store.Load(path);
            Assert.Equal(ModelFolder.QuantizedBytes, loaded.Bytes.ToArray());
            Assert.Equal((name, "labels.txt", null, ModelPrecision.Int8), (loaded.Manifest.Name, loaded.Manifest.Labels, loaded.Manifest.Source, loaded.Manifest.Precision));
            Assert.Equal(new ModelParent { Name = "float", Sha256 = ModelVerification.Hash(ModelFolder.Bytes) }, loaded.Manifest.Parent);
            Assert.Equal(["person", "car"], loaded.Manifest.Classes.Names);
            Assert.Equal(ModelVerification.Hash(await File.ReadAllBytesAsync(_models.In(folder, "labels.txt"))), loaded.Manifest.LabelsSha256);
        }

        var report = ReportJson.Read(await File.ReadAllTextAsync(_models.In(folder, "report.json")));
        Assert.Equal(ModelVerification.Hash(ModelFolder.QuantizedBytes), report.Sha256);
    }

    [Fact]
    public async Task WhatTheGateRefusesIsNotWritten()
    {
        var outcome = await RunAsync("out", accepted: false);
        Assert.Null(outcome.Written);
        Assert.Null(outcome.Report.Sha256);
        Assert.Equal(["float", "labels.txt"], Entries());
    }

    [Fact]
    public async Task ModelsShareAFolderAsFiles()
    {
        var store = new ModelStore(new ModelFolders([], [], "/nowhere"));
        foreach (var name in new[] { "a-u8", "a-s8" })
        {
            var outcome = await RunAsync($"all/{name}.onnx");
            var manifest = store.Load(outcome.Written!.Reference).Manifest;
            Assert.Equal((name, "person"), (manifest.Name, manifest.Classes.Names[0]));
        }

        Assert.Equal("a-u8", store.Load(_models.In("all", "a-u8.onnx")).Manifest.Name);
        Assert.Equal(10, Directory.EnumerateFileSystemEntries(_models.In("all")).Count());
        await File.WriteAllTextAsync(_models.In("all", "a-u8.yaml.sig"), "of the old manifest");
        await RunAsync("all/a-u8.onnx", force: true);
        Assert.False(File.Exists(_models.In("all", "a-u8.yaml.sig")));
    }

    [Fact]
    public async Task ARefusedModelIsKeptUnderAnotherNameWhenAskedFor()
    {
        var outcome = await RunAsync("out", accepted: false, keepRejected: true);
        Assert.Equal(_models.In("out-rejected"), outcome.Written!.Folder);
        Assert.Equal(["float", "labels.txt", "out-rejected"], Entries());
        Assert.Equal("out-rejected", new ModelStore(new ModelFolders([], [], "/nowhere")).Load(_models.In("out-rejected")).Manifest.Name);
    }

    [Fact]
    public async Task ATakenOutputIsSaidBeforeTheWork()
    {
        await RunAsync("out");
        var worked = false;
        await Assert.ThrowsAsync<OutputTakenException>(() => RunAsync("out", before: () => worked = true));
        Assert.False(worked);
        var first = File.GetLastWriteTimeUtc(_models.In("out", "model.yaml"));
        await File.WriteAllTextAsync(_models.In("out", "model.yaml.sig"), "of the old manifest");
        await RunAsync("out", force: true);
        Assert.False(File.Exists(_models.In("out", "model.yaml.sig")));
        Assert.True(File.GetLastWriteTimeUtc(_models.In("out", "model.yaml")) >= first);
        Assert.Equal(["float", "labels.txt", "out"], Entries());
    }

    [Fact]
    public async Task AModelThatCannotBeQuantizedLeavesNothing()
    {
        var refusal = await Assert.ThrowsAsync<QuantizationRefusedException>(
            () => RunAsync("new/out", before: () => throw new QuantizationRefusedException("Loop 'a/b'", "its body cannot be measured")));
        Assert.Equal("Loop 'a/b': its body cannot be measured", refusal.Message);
        Assert.Equal(["float", "labels.txt"], Entries());
    }

    [Fact]
    public async Task AModelIn8BitsIsNotQuantizedAgain()
    {
        var outcome = await RunAsync("out");
        var again = new ModelStore(new ModelFolders([], [], "/nowhere")).Load(outcome.Written!.Folder);
        var refusal = await Assert.ThrowsAsync<QuantizationRefusedException>(() => new QuantizeJob((_, _, _, _, _, _) => throw new NotSupportedException()).RunAsync(
            new QuantizeRequest(again, NoPictures, null, new QuantizationOptions(), OutputPlace.Parse(_models.In("twice")), false, false), null, default));
        Assert.Contains("in 8 bits already", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CtrlCAfterTheWorkLeavesNothing()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync("out", before: stop.Cancel, cancellation: stop.Token));
        Assert.Equal(["float", "labels.txt"], Entries());
    }

    [Fact]
    public async Task AFolderThatCannotBeMovedIntoKeepsItsOldModelAndNoDraft()
    {
        await RunAsync("out");
        var before = await File.ReadAllBytesAsync(_models.In("out", "model.yaml"));

        // An invalid manifest is noticed in the draft: nothing of the old model has been touched then.
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync("out", force: true, change: result => result with
        {
            Model = result.Model with { Manifest = result.Model.Manifest with { Score = 7 } },
        }));

        Assert.Equal(before, await File.ReadAllBytesAsync(_models.In("out", "model.yaml")));
        Assert.Equal(5, Directory.EnumerateFileSystemEntries(_models.In("out")).Count());
    }

    private string[] Entries() => [.. Directory.EnumerateFileSystemEntries(_models.Root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private Task<QuantizeOutcome> RunAsync(
        string output, bool accepted = true, bool force = false, bool keepRejected = false, Action? before = null,
        Func<QuantizationResult, QuantizationResult>? change = null, CancellationToken cancellation = default)
    {
        var job = new QuantizeJob((_, _, _, _, _, _) =>
        {
            before?.Invoke();
            return Task.FromResult((change ?? (result => result))(_models.Result(accepted)));
        });
        return job.RunAsync(
            new QuantizeRequest(_models.Model, NoPictures, null, new QuantizationOptions(), OutputPlace.Parse(_models.In(output)), force, keepRejected), null, cancellation);
    }
}
