using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization;

namespace EdgeVision.Service.Tests.Quantizing;

/// <summary>A float model in a folder of its own, and a quantizer that gives it back with other bytes.</summary>
internal sealed class ModelFolder : IDisposable
{
    public ModelFolder()
    {
        File.WriteAllText(Path.Combine(Root, "labels.txt"), "person\ncar\n");
        Directory.CreateDirectory(Path.Combine(Root, "float"));
        File.WriteAllBytes(Path.Combine(Root, "float", "float.onnx"), Bytes);
        File.WriteAllText(Path.Combine(Root, "float", "model.yaml"), $$"""
            name: float
            description: a model
            file: float.onnx
            sha256: {{ModelVerification.Hash(Bytes)}}
            size: {{Bytes.Length}}
            source: https://example.org/float.onnx
            licence: MIT
            precision: fp32
            input: {name: in, size: 320x320, color: rgb, resize: letterbox}
            decoder: {layout: decoded_columns, columns: 2100, output: out}
            labels: ../labels.txt
            score: 0.5
            """);
        Model = new ModelStore(new ModelFolders([], [], "/nowhere")).Load(Path.Combine(Root, "float", "model.yaml"));
    }

    public static byte[] Bytes { get; } = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    public static byte[] QuantizedBytes { get; } = [.. Enumerable.Range(0, 300).Select(i => (byte)(i * 7))];

    public string Root { get; } = Directory.CreateTempSubdirectory("edgevision-quantize-").FullName;

    public VerifiedModel Model { get; }

    public QuantizationResult Result(bool accepted = true) => new(
        new VerifiedModel(Model.Manifest with { Precision = ModelPrecision.Int8 }, "", QuantizedBytes), SampleReport.Create(accepted, 12));

    public string In(params string[] parts) => Path.Combine([Root, .. parts]);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
