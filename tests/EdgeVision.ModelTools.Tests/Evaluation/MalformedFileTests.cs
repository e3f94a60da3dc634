using EdgeVision.ModelTools.Evaluation;

namespace EdgeVision.ModelTools.Tests.Evaluation;

/// <summary>Every error names the file and the place in it.</summary>
public sealed class MalformedFileTests : IDisposable
{
    private const string Image = """{"id": 1, "file_name": "a.jpg", "width": 8, "height": 8}""";
    private const string Category = """{"id": 1, "name": "car"}""";
    private const string Annotation = """{"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 4, 4], "area": 16, "iscrowd": 0}""";

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"coco-{Guid.NewGuid():n}.json");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("", "not a COCO instances file")]
    [InlineData("[]", "not a COCO instances file")]
    [InlineData("null", "null")]
    [InlineData("""{"images": [""", "not a COCO instances file")]
    [InlineData("""{"categories": [], "annotations": []}""", "\"images\"")]
    [InlineData("""{"images": [], "annotations": []}""", "\"categories\"")]
    [InlineData("""{"images": [], "categories": []}""", "\"annotations\"")]
    [InlineData("""{"images": [null], "categories": [], "annotations": []}""", "images[0] is null")]
    [InlineData("""{"images": [{"file_name": "a"}], "categories": [], "annotations": []}""", "images[0] has no \"id\"")]
    [InlineData("""{"images": [{"id": "x"}], "categories": [], "annotations": []}""", "$.images[0].id")]
    [InlineData("""{"images": [{"id": 5}, {"id": 5}], "categories": [], "annotations": []}""", "two images with the id 5")]
    [InlineData("""{"images": [], "categories": [{"id": 1}], "annotations": []}""", "categories[0] has no \"name\"")]
    [InlineData("""{"images": [], "categories": [{"id": 1, "name": "a"}, {"id": 2, "name": "A"}], "annotations": []}""", "two categories with the name A")]
    [InlineData("""{"images": [], "categories": [], "annotations": [{"category_id": 1, "bbox": [0, 0, 1, 1]}]}""", "annotations[0] has no \"image_id\"")]
    [InlineData("""{"images": [], "categories": [], "annotations": [{"image_id": 1, "bbox": [0, 0, 1, 1]}]}""", "annotations[0] has no \"category_id\"")]
    [InlineData("""{"images": [], "categories": [], "annotations": [{"image_id": 1, "category_id": 1}]}""", "annotations[0] has no \"bbox\"")]
    [InlineData("""{"images": [], "categories": [], "annotations": [{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1]}]}""", "annotations[0].bbox is [0, 0, 1]")]
    [InlineData("""{"images": [], "categories": [], "annotations": [{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1, -1]}]}""", "annotations[0].bbox")]
    [InlineData("""{"images": [], "categories": [], "annotations": [{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 1], "area": -3}]}""", "annotations[0].area is -3")]
    public void Of_ground_truth_says_what_is_missing(string json, string says)
    {
        File.WriteAllText(_path, json);

        var error = Assert.Throws<InvalidDataException>(() => CocoGroundTruth.Load(_path));

        Assert.StartsWith(_path, error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "not a COCO results file")]
    [InlineData("[null]", "[0] is null")]
    [InlineData("""[{"category_id": 1, "bbox": [0, 0, 1, 1], "score": 1}]""", "[0] has no \"image_id\"")]
    [InlineData("""[{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 1]}]""", "[0] has no \"score\"")]
    [InlineData("""[{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 1], "score": 1e999}]""", "score")]
    [InlineData("""[{"image_id": 1, "category_id": 1, "bbox": ["1e999", 0, 1, 1], "score": 1}]""", "[0].bbox")]
    public void Of_detections_says_what_is_missing(string json, string says)
    {
        File.WriteAllText(_path, json);

        var error = Assert.Throws<InvalidDataException>(() => DetectionsFile.Load(_path));

        Assert.StartsWith(_path, error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_input_error_with_its_name() =>
        Assert.Contains(_path, Assert.Throws<FileNotFoundException>(() => CocoGroundTruth.Load(_path)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_may_be_left_out_is_filled_in()
    {
        File.WriteAllText(_path, """
            {"info": {}, "images": [{"id": "7"}], "categories": [{"id": 1, "name": "car", "supercategory": "x"}],
             "annotations": [{"image_id": 7, "category_id": 1, "bbox": [1, 2, 3, 4], "segmentation": [[1, 2, 3]]}]}
            """);

        var truth = CocoGroundTruth.Load(_path);

        Assert.Equal(new CocoImage(7, "", 0, 0), Assert.Single(truth.Images));
        Assert.Equal(new CocoAnnotation(7, 1, 1, 2, 3, 4, 12), Assert.Single(truth.Annotations));
        Assert.Equal(0, truth.StrayAnnotations);
    }

    [Fact]
    public void A_whole_file_is_read()
    {
        File.WriteAllText(_path, $$"""{"images": [{{Image}}], "categories": [{{Category}}], "annotations": [{{Annotation}}]}""");

        var truth = CocoGroundTruth.Load(_path);

        Assert.Equal(new CocoImage(1, "a.jpg", 8, 8), Assert.Single(truth.Images));
        Assert.Equal(new CocoCategory(1, "car"), Assert.Single(truth.Categories));
        Assert.Equal(new CocoAnnotation(1, 1, 0, 0, 4, 4, 16), Assert.Single(truth.Annotations));
    }

    [Fact]
    public void Saved_detections_come_back_number_for_number()
    {
        DetectionRecord[] records = [new(1, 2, .1, 1 / 3.0, 100.00000000000001, 7e-9, .30000000000000004), new(-5, 0, 0, 0, 0, 0, -1)];

        DetectionsFile.Save(_path, records);

        Assert.Equal(records, DetectionsFile.Load(_path));
    }
}
