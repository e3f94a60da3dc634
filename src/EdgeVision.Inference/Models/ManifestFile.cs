using EdgeVision.Core.Frames;
using EdgeVision.Inference.Decoding;
using EdgeVision.Yaml.Binding;
using EdgeVision.Yaml.Problems;
using EdgeVision.Yaml.Reading;

namespace EdgeVision.Inference.Models;

/// <summary>Reads manifests. Each problem says file, line, column and what to write instead.</summary>
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
            ("set_prediction", typeof(SetPredictionOptions)));

    /// <exception cref="YamlProblemsException">The manifest or its labels file cannot be used; it lists every problem.</exception>
    public static ModelManifest Read(string path)
    {
        var document = YamlBinder.Bind<ModelManifest>(YamlReader.ReadFile(path, Limits), Registry());
        var draft = document.Draft;
        if (!document.IsValid)
        {
            return document.Need();
        }

        var labels = LabelsFile.Read(Path.Combine(Path.GetDirectoryName(path) ?? "", draft!.Labels), out var complaint);
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
            : draft with { Path = Path.GetFullPath(path), Classes = labels! };
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
