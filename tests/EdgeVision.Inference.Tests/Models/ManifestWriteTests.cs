using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Tensors;
using EdgeVision.Inference.Decoding;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Tests.Fakes;
using EdgeVision.Inference.Tests.Onnx;
using EdgeVision.Testing;
using EdgeVision.Yaml.Problems;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Inference.Tests.Models;

public sealed class ManifestWriteTests : IDisposable
{
    private static readonly DecoderOptions[] Decoders =
    [
        new AnchorFreeGridOptions { Output = "out: put", Strides = [8, 16] },
        new AnchorFreeLevelsOptions { Strides = [8], ClassOutputs = ["yes"], ObjectOutputs = ["1"], BoxOutputs = ["a, b"] },
        new CellGridOptions { Output = "#758", ObjectPower = 0.1f, ClassPower = 1e-7f },
        new DecodedCornersOptions { Rows = 7, ScoresOutput = "s", BoxesOutput = "b", Background = true },
        new DecodedRowsOptions { Rows = 9, Output = "null", Objectness = false, Normalized = true },
        new DecodedColumnsOptions { Columns = 9, Output = "~" },
        new DistributionGridOptions { Strides = [16], Point = GridPoint.PixelCenter, ClassOutputs = ["c"], DistanceOutputs = ["d"] },
        new EndToEndOptions { Output = "!x" },
        new EndToEndTensorsOptions { CountOutput = "num_detections:0", FirstClass = 0 },
        new SetPredictionOptions { LogitsOutput = "l", BoxesOutput = "\"", Score = SetScore.Softmax },
        new ClassificationOptions { Output = "o", Score = ClassScore.None, Top = 3 },
    ];

    private readonly TempFolder _folder = new();

    public ManifestWriteTests() => _folder.Write("labels.txt", "person\ncar\n");

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Shipped() =>
        [.. Directory.EnumerateDirectories(Repository.PathOf("models")).Select(folder => Path.GetFileName(folder)!).Where(name => name != "labels")];

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        Prop.ForAll(Any().ToArbitrary(), manifest =>
        {
            var path = _folder["model.yaml"];
            ManifestFile.Write(manifest, path);
            return DeepEquality.Difference(manifest with { Path = path }, ManifestFile.Read(path)) is { } difference
                ? throw new InvalidOperationException($"{difference} in\n{File.ReadAllText(path)}")
                : true;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_manifest_survives_being_written(string name)
    {
        var shipped = ManifestFile.Read(Repository.PathOf("models", name, ManifestFile.FileName));
        _folder.Write("labels/face.txt", string.Join("", shipped.Classes.Names.Select(static label => label + "\n")));
        var copy = shipped with { Labels = "labels/face.txt", Path = _folder["model.yaml"] };
        ManifestFile.Write(copy, copy.Path);
        Assert.Null(DeepEquality.Difference(copy, ManifestFile.Read(copy.Path)));
    }

    [Fact]
    public void A_manifest_that_could_not_be_read_leaves_the_file_of_before()
    {
        var path = _folder["model.yaml"];
        ManifestFile.Write(Manifests.For([1]), path);
        var before = File.ReadAllText(path);
        Assert.Throws<YamlProblemsException>(() => ManifestFile.Write(Manifests.For([1]) with { Sha256 = "short" }, path));
        Assert.Equal(before, File.ReadAllText(path));
        Assert.Equal(2, Directory.EnumerateFiles(_folder.Path).Count());
    }

    [Fact]
    public void A_written_manifest_looks_as_a_person_would_write_it()
    {
        var path = _folder["model.yaml"];
        ManifestFile.Write(Manifests.For([1]) with { Parent = new ModelParent { Name = "big", Sha256 = new string('a', 64) } }, path);
        var text = File.ReadAllText(path);
        Assert.Contains("\nparent:\n  name: big\n  sha256: aaaa", text, StringComparison.Ordinal);
        Assert.Contains("\n  strides: [8, 16, 32]\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  size: \"64x64\"\n", text, StringComparison.Ordinal);
    }

    private static Gen<ModelManifest> Any() =>
        from description in Texts()
        from decoder in Gen.Elements(Decoders)
        from score in Numbers().Where(value => value > 0)
        from nms in Numbers()
        from mean in Gen.ArrayOf(Numbers(), 3)
        from source in Gen.Elements(null, "https://host/a?b=%20#c", "http://[::1]:80/x:y")
        from parent in Gen.Elements(null, new ModelParent { Name = "0.5", Sha256 = new string('1', 64) })
        from name in Gen.Elements("1e5", "null", "a-b.c", "0x1")
        from precision in Gen.Elements(Enum.GetValues<ModelPrecision>())
        from uint8 in Gen.Elements(true, false)
        select Manifests.For([1]) with
        {
            Name = name, Description = description, Source = source, Parent = parent, Precision = precision, Licence = $"MIT {description}",
            Decoder = decoder, Score = score, Nms = nms, File = "yes", Sha256 = string.Concat(Enumerable.Repeat("12345e67", 8)),
            Input = new ModelInput
            {
                Name = $"in {description}", Size = new PictureSize(64, 32), Color = ChannelOrder.Rgb, Resize = ResizeMode.Stretch,
                Mean = mean, Std = [score], Anchor = PictureAnchor.Center, Pad = 7,
                Layout = uint8 ? TensorLayout.Nhwc : TensorLayout.Nchw, Type = uint8 ? TensorElement.UInt8 : TensorElement.Float32,
            },
        };

    /// <summary>0 to 1, very small ones too.</summary>
    private static Gen<float> Numbers() =>
        from whole in Gen.Choose(0, 1_000_000)
        from power in Gen.Choose(0, 30)
        select whole / 1e6f / MathF.Pow(10, power);

    /// <summary>Without halves of surrogate pairs, which are no text.</summary>
    private static Gen<string> Texts() =>
        from text in ArbMap.Default.GeneratorFor<NonNull<string>>()
        let sound = string.Concat(text.Get.EnumerateRunes().Where(rune => rune != System.Text.Rune.ReplacementChar))
        select sound.Length == 0 ? "x" : sound;
}
