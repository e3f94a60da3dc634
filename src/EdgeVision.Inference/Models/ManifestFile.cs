using EdgeVision.Core.Frames;
using EdgeVision.Inference.Decoding;
using EdgeVision.Yaml.Binding;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Reading;
using EdgeVision.Yaml.Writing;

namespace EdgeVision.Inference.Models;

/// <summary>Reads and writes manifests. Each problem of reading says file, line, column and what to write instead.</summary>
public static class ManifestFile
{
    /// <summary>Name of every manifest.</summary>
    public const string FileName = "model.yaml";

    private static readonly YamlLimits Limits = new() { Bytes = 64 * 1024, Depth = 32, Nodes = 2_000 };

    /// <summary>How manifests are bound; also for their JSON Schema.</summary>
    public static BinderRegistry Registry() => new BinderRegistry()
        .Add(typeof(PictureSize), new PictureSizeBinder())
        .AddOneOrMany<float>()
        .AddUnion<DecoderOptions>(
            "layout",
            ("anchor_free_grid", typeof(AnchorFreeGridOptions)),
            ("anchor_free_levels", typeof(AnchorFreeLevelsOptions)),
            ("cell_grid", typeof(CellGridOptions)),
            ("decoded_corners", typeof(DecodedCornersOptions)),
            ("decoded_rows", typeof(DecodedRowsOptions)),
            ("decoded_columns", typeof(DecodedColumnsOptions)),
            ("distribution_grid", typeof(DistributionGridOptions)),
            ("end_to_end", typeof(EndToEndOptions)),
            ("end_to_end_tensors", typeof(EndToEndTensorsOptions)),
            ("set_prediction", typeof(SetPredictionOptions)),
            ("classification", typeof(ClassificationOptions)));

    /// <exception cref="YamlProblemsException">The manifest or its labels file cannot be used; it lists every problem.</exception>
    public static ModelManifest Read(string path)
    {
        var reading = YamlReader.ReadFile(path, Limits);
        var document = YamlBinder.Bind<ModelManifest>(reading, Registry());
        var draft = document.Draft;
        if (!document.IsValid)
        {
            return document.Need();
        }

        var labels = LabelsFile.Read(Path.Combine(Path.GetDirectoryName(path) ?? "", draft!.Labels), draft.LabelsSha256, out var bytes, out var complaint);
        if (labels is null)
        {
            document.Problems.Add(document.Places.Find("labels"), "labels", complaint);
        }
        else
        {
            CheckTogether(document, draft, labels.Count);
        }

        return document.Problems.Any
            ? throw new YamlProblemsException(document.Problems)
            : draft with { Path = Path.GetFullPath(path), Classes = labels!, Original = reading.Utf8, LabelsBytes = bytes };
    }

    /// <summary>Writes a manifest that reads back as this one. The labels file must lie where the manifest says; it is not written.</summary>
    /// <param name="manifest">Its <see cref="ModelManifest.Path"/> does not matter.</param>
    /// <param name="path">Where; a file there is replaced as a whole or not at all.</param>
    /// <exception cref="YamlProblemsException">What was written would be refused by <see cref="Read"/>; nothing is left.</exception>
    public static void Write(ModelManifest manifest, string path)
    {
        var draft = path + ".new";
        File.WriteAllText(draft, YamlWriter.Write(manifest, Registry()));
        try
        {
            Read(draft);
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>What concerns several keys: the types' own checks say it.</summary>
    private static void CheckTogether(BoundDocument<ModelManifest> document, ModelManifest manifest, int classes)
    {
        Try("input", () => manifest.Input.Format());
        Try("decoder", () => manifest.Decoder.Create(manifest.Input.Size, classes));

        void Try(string key, Func<object> make)
        {
            try
            {
                make();
            }
            catch (ArgumentException mistake)
            {
                document.Problems.Add(document.Places.FindKey(key), key, mistake.Message);
            }
        }
    }
}
