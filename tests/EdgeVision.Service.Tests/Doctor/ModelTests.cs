using System.Security.Cryptography;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Native;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Models;
using EdgeVision.Testing;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Models that are missing, changed, unsigned or broken, and the shipped one, which is good.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgevision-doctor-models-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task The_shipped_model_sees_the_drawn_street()
    {
        ShippedModel.Need();
        Ort.Need();
        var found = await Look(Store(Repository.PathOf("models")), ShippedModel.Name);
        Examination.Says(found, $"model {ShippedModel.Name}", CheckState.Ok, "ms a frame with 1 thread; in the drawn street: ", "");
        Assert.Contains(found, finding => finding.Found.Contains(" car", StringComparison.Ordinal) || finding.Found.Contains(" person", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_model_that_sees_nothing_where_there_is_something_is_a_warning()
    {
        ShippedModel.Need();
        Ort.Need();
        var blind = new ModelToCheck(ShippedModel.Name, ShippedModel.Name, new DetectorOptions { Score = 1 });
        var found = await Look(Store(Repository.PathOf("models")), [blind], null, () => OrtLibrary.Load());
        Examination.Says(found, $"model {ShippedModel.Name}", CheckState.Warn, "in the drawn street: nothing, though there are ", $"edgevision models verify {ShippedModel.Name}");
    }

    [Fact]
    public async Task A_file_that_is_not_its_manifests_is_a_fail()
    {
        Write("tiny", "0123456789"u8.ToArray(), bytes => [.. bytes[..9], (byte)'x']);
        Examination.Says(await Look(Store(_folder), "tiny"), "model tiny", CheckState.Fail, "the manifest says", "restore the file");
    }

    [Fact]
    public async Task A_file_that_is_missing_is_a_fail()
    {
        Write("tiny", "0123456789"u8.ToArray(), _ => []);
        File.Delete(Path.Combine(_folder, "tiny", "tiny.onnx"));
        Examination.Says(await Look(Store(_folder), "tiny"), "model tiny", CheckState.Fail, "its file is not in any of", "");
    }

    [SkippableFact]
    public async Task A_file_that_onnx_runtime_refuses_is_a_fail()
    {
        Ort.Need();
        Write("tiny", "0123456789"u8.ToArray(), bytes => bytes);
        var found = Assert.Single(await Look(Store(_folder), "tiny"));
        Assert.Equal(CheckState.Fail, found.State);
        Assert.NotEmpty(found.Fix);
    }

    [Fact]
    public async Task Without_onnx_runtime_the_hash_is_still_checked()
    {
        Write("tiny", "0123456789"u8.ToArray(), bytes => bytes);
        var found = await Look(Store(_folder), [Tiny], null, () => throw new NativeLibraryException("ONNX Runtime", [], "run scripts/setup"));
        Examination.Says(found, "model tiny", CheckState.Warn, "it was not run, because ONNX Runtime is missing", "run scripts/setup");
    }

    [Fact]
    public async Task An_unsigned_model_is_a_fail_where_signatures_are_required()
    {
        Write("tiny", "0123456789"u8.ToArray(), bytes => bytes);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signer = Path.Combine(_folder, "key.pem");
        await File.WriteAllTextAsync(signer, key.ExportSubjectPublicKeyInfoPem());
        var found = await Look(Store(_folder), [Tiny], [signer], () => OrtLibrary.Load());
        Examination.Says(found, "model tiny", CheckState.Fail, "is unsigned", "edgevision models sign tiny --key KEY.PEM");
    }

    [Fact]
    public async Task No_model_at_all_and_a_broken_manifest_are_warnings()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "odd"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "odd", "model.yaml"), "name: odd\nsizee: 3\n");
        var found = await Look(Store(_folder), [], null, () => OrtLibrary.Load());
        Examination.Says(found, "models", CheckState.Warn, "no model file is on this machine", "edgevision models pull NAME");
        Examination.Says(found, "model odd", CheckState.Warn, "its manifest has mistakes", "mend the manifest");
        Assert.Contains(found.Single(finding => finding.Subject == "model odd").Details, line => line.Contains("model.yaml:2:1", StringComparison.Ordinal));
    }

    private static ModelToCheck Tiny { get; } = new("tiny", "tiny", new DetectorOptions());

    private ModelStore Store(string manifests) => new(new ModelFolders([manifests], [], Path.Combine(_folder, "pulled")));

    private static Task<IReadOnlyList<Finding>> Look(ModelStore store, string name) =>
        Look(store, [new ModelToCheck(name, name, new DetectorOptions())], null, () => OrtLibrary.Load());

    private static Task<IReadOnlyList<Finding>> Look(ModelStore store, IReadOnlyList<ModelToCheck> models, IReadOnlyList<string>? signers, Func<OrtLibrary> library) =>
        Examination.Of(new ModelCheck(models, store, signers, library, TimeProvider.System));

    private void Write(string name, byte[] bytes, Func<byte[], byte[]> change)
    {
        var home = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        File.WriteAllBytes(Path.Combine(home, $"{name}.onnx"), change(bytes));
        File.WriteAllText(Path.Combine(home, "labels.txt"), "person\n");
        File.WriteAllText(Path.Combine(home, "model.yaml"), $$"""
            name: {{name}}
            file: {{name}}.onnx
            sha256: {{Convert.ToHexStringLower(SHA256.HashData(bytes))}}
            size: {{bytes.Length}}
            licence: MIT
            precision: fp32
            input: {name: images, size: 64x64, color: bgr, resize: letterbox}
            decoder: {layout: anchor_free_grid, output: output}
            labels: labels.txt
            """);
    }
}
