using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Inference.Tests.Models;

public sealed class ManifestFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ManifestFileTests() => _folder.Write("tiny/labels.txt", "person\ncar\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_usual_keys_make_a_manifest_with_its_defaults()
    {
        var manifest = Read(Manifests.Text);
        Assert.Equal(["person", "car"], manifest.Classes.Names);
        Assert.Equal([1L, 3, 64, 64], manifest.Input.Shape());
        Assert.Equal((byte)114, manifest.Input.Format().Pad);
        Assert.Equal(_folder["tiny"], manifest.Folder);
    }

    [Theory]
    [InlineData("layout: anchor_free_grid", "layout: anchor_free_gird", "13:11: decoder.layout: 'anchor_free_gird' is not", "did you mean 'anchor_free_grid'?")]
    [InlineData("  output: output", "  outputs: output", "14:3: decoder.outputs: unknown key", "did you mean 'output'?")]
    [InlineData("  size: 64x64", "  size: 64", "9:9: input.size: '64' is not", "such as 1280x720")]
    [InlineData("  size: 64x64", "  size: 60x64", "12:1: decoder:", "stride 8 does not divide the input 60x64")]
    [InlineData("  color: bgr", "  color: bgr\n  std: [1, 2]", "7:1: input:", "std has 2 numbers")]
    [InlineData("  color: bgr", "  color: bgr\n  std: 0", "7:1: input:", "std of 0 divides by zero")]
    [InlineData("file: tiny.onnx", "file: ../tiny.onnx", "2:7: file:", "without folders")]
    [InlineData("sha256: 0", "sha256: X", "3:9: sha256:", "64 lower-case hex digits")]
    [InlineData("size: 10", "size: 10\nscore: 0", "5:8: score:", "above 0")]
    [InlineData("size: 10", "size: 10\nsize: 11", "model.yaml:5:1: ", "size")]
    [InlineData("labels: labels.txt", "labels: label.txt", "15:9: labels:", "label.txt")]
    [InlineData("licence: MIT", "", "licence", "missing")]
    public void A_mistake_is_told_with_its_place_and_what_to_write(string line, string wrong, string place, string hint)
    {
        Assert.Contains(line, Manifests.Text, StringComparison.Ordinal);
        var problems = Assert.Throws<YamlProblemsException>(() => Read(Manifests.Text.Replace(line, wrong, StringComparison.Ordinal)));
        Assert.Contains(place, problems.Message, StringComparison.Ordinal);
        Assert.Contains(hint, problems.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("layout: decoded_rows\n  rows: 6300\n  objectness: false", typeof(DecodedRows))]
    [InlineData("layout: decoded_columns\n  columns: 2100", typeof(DecodedColumns))]
    [InlineData("layout: distribution_grid\n  point: pixel_center\n  reg_max: 16", typeof(DistributionGrid))]
    [InlineData("layout: end_to_end", typeof(EndToEnd))]
    public void A_layout_of_one_output_needs_little_more_than_its_name(string layout, Type decoder)
    {
        var manifest = Read(Manifests.Text.Replace("layout: anchor_free_grid", layout, StringComparison.Ordinal));
        Assert.IsType(decoder, manifest.Decoder.Create(manifest.Input.Size, 2));
    }

    [Theory]
    [InlineData("layout: end_to_end_tensors\n  count_output: num_detections", typeof(EndToEndTensors))]
    [InlineData("layout: set_prediction\n  score: softmax\n  logits_output: logits\n  boxes_output: boxes", typeof(SetPrediction))]
    [InlineData("layout: distribution_grid\n  strides: [8]\n  class_outputs: [a]\n  distance_outputs: [b]", typeof(DistributionGrid))]
    public void A_layout_of_several_outputs_names_them(string layout, Type decoder)
    {
        var manifest = Read(Manifests.Text.Replace("layout: anchor_free_grid\n  output: output", layout, StringComparison.Ordinal));
        Assert.IsType(decoder, manifest.Decoder.Create(manifest.Input.Size, 2));
    }

    [Theory]
    [InlineData("layout: distribution_grid\n  class_outputs: [a]", "output names one tensor that holds everything")]
    [InlineData("layout: distribution_grid\n  strides: [0]", "stride 0 is below 1")]
    public void Keys_that_contradict_each_other_are_told(string layout, string complaint)
    {
        var problems = Assert.Throws<YamlProblemsException>(
            () => Read(Manifests.Text.Replace("layout: anchor_free_grid", layout, StringComparison.Ordinal)));
        Assert.Contains(complaint, problems.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_outputs_per_stride_must_be_two_per_stride()
    {
        var problems = Assert.Throws<YamlProblemsException>(() => Read(Manifests.Text.Replace(
            "layout: anchor_free_grid\n  output: output", "layout: distribution_grid\n  class_outputs: [a, b]", StringComparison.Ordinal)));
        Assert.Contains("4 strides need output, or as many class_outputs and distance_outputs", problems.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person\n\ncar\n", "line 2 is empty")]
    [InlineData("car\nCar\n", "names 'car' twice")]
    [InlineData("", "line 1 is empty")]
    public void Odd_labels_are_refused(string labels, string complaint)
    {
        _folder.Write("tiny/labels.txt", labels);
        var problems = Assert.Throws<YamlProblemsException>(() => Read(Manifests.Text));
        Assert.Contains(complaint, problems.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_or_deep_file_is_refused_not_parsed()
    {
        Assert.Throws<YamlProblemsException>(() => Read(new string('[', 20_000)));
        Assert.Throws<YamlProblemsException>(() => Read(Manifests.Text + "\n#" + new string('x', 70_000)));
    }

    private ModelManifest Read(string text) => ManifestFile.Read(_folder.Write("tiny/model.yaml", text));
}
