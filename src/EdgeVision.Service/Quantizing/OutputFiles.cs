using EdgeVision.Inference.Models;
using EdgeVision.Inference.Models.Signing;
using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.Service.Quantizing;

/// <summary>
/// The files of a quantized model. They are written to a folder beside and moved when all are whole, the manifest last:
/// what is interrupted leaves no model.
/// </summary>
/// <param name="parent">The float model.</param>
/// <param name="model">The quantized one.</param>
/// <param name="report">Written beside it.</param>
public sealed class OutputFiles(VerifiedModel parent, VerifiedModel model, QuantizationReport report)
{
    /// <exception cref="IOException">It cannot be written; what was there is left as it was.</exception>
    public void Write(OutputPlace place)
    {
        var isNew = !Directory.Exists(place.Folder);
        var draft = Path.Combine(isNew ? Path.GetDirectoryName(place.Folder)! : place.Folder, $".{place.Name}.{Path.GetRandomFileName()}");
        Directory.CreateDirectory(draft);
        try
        {
            WriteAll(draft, place);
            if (isNew)
            {
                Directory.Move(draft, place.Folder);
            }
            else
            {
                MoveAll(draft, place);
            }
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    private void WriteAll(string draft, OutputPlace place)
    {
        var labels = Utf8(string.Join('\n', parent.Manifest.Classes.Names) + "\n");
        WriteFile(Path.Combine(draft, place.File), model.Bytes.Span);
        WriteFile(Path.Combine(draft, place.LabelsName), labels);
        WriteFile(Path.Combine(draft, place.ReportName), Utf8(ReportJson.Write(report)));
        WriteFile(Path.Combine(draft, place.PlotName), Utf8(ReportPlot.Write(report)));
        ManifestFile.Write(
            model.Manifest with
            {
                Name = place.Name, File = place.File, Labels = place.LabelsName, LabelsSha256 = ModelVerification.Hash(labels), Source = null,
                Sha256 = ModelVerification.Hash(model.Bytes.Span), Size = model.Bytes.Length,
                Parent = new ModelParent { Name = parent.Manifest.Name, Sha256 = parent.Manifest.Sha256 },
            },
            Path.Combine(draft, place.ManifestName));
    }

    private static void MoveAll(string draft, OutputPlace place)
    {
        // Without its manifest the old model is none; with it, its hash would be wrong for a moment. What it was signed for is gone too.
        File.Delete(place.Manifest);
        File.Delete(ModelSignature.PathOf(place.Manifest));
        foreach (var file in place.Files)
        {
            File.Move(Path.Combine(draft, file), Path.Combine(place.Folder, file), overwrite: true);
        }
    }

    /// <summary>On disk before it gets its name: after a power cut the name stands for the whole file or for none.</summary>
    private static void WriteFile(string path, ReadOnlySpan<byte> content)
    {
        using var file = File.Create(path);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
