using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Imaging.Drawing;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Imaging.Tests.Drawing;

public class DrawingTests
{
    private static readonly PictureSize s_size = new(768, 432);
    private static readonly LabelSet s_labels = new(["person", "bicycle", "car"]);

    [Fact]
    public void TheFrameHasTheClassColourAndTheRestIsLeftAlone()
    {
        var pixels = new byte[3 * s_size.Pixels];
        new PictureDrawing().Draw(s_size, pixels, [new Detection(new Box(0.25f, 0.25f, 0.5f, 0.5f), 2, 0.9f)], s_labels);

        foreach (var (x, y) in new[] { (192, 216), (576, 216), (384, 324) })
        {
            Assert.Equal(ClassPalette.Of(2), At(pixels, x, y));
        }

        Assert.Equal(Rgb.Black, At(pixels, 384, 216));
        Assert.Equal(Rgb.Black, At(pixels, 100, 216));
        Assert.Equal(Rgb.Black, At(pixels, 384, 350));
    }

    [Fact]
    public void AnyBoxesAndSizesCanBeDrawn() => Prop
        .ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var size = new PictureSize(random.Next(1, 300), random.Next(1, 200));
            var detections = new Detection[random.Next(20)];
            foreach (ref var detection in detections.AsSpan())
            {
                var box = new Box((2 * random.NextSingle()) - 0.5f, (2 * random.NextSingle()) - 0.5f, random.NextSingle(), random.NextSingle());
                detection = new Detection(box, random.Next(-1, 100), random.NextSingle(), random.Next(3));
            }

            new PictureDrawing().Draw(size, new byte[3 * size.Pixels], detections, s_labels);
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void PlatesAvoidEachOther()
    {
        // Two objects whose plates would lie on top of each other above their frames.
        var boxes = new[] { new Box(0.3f, 0.5f, 0.3f, 0.4f), new Box(0.32f, 0.52f, 0.3f, 0.4f) };
        var alone = new int[2];
        for (var i = 0; i < 2; i++)
        {
            alone[i] = PlatePixels([new Detection(boxes[i], i, 0.9f)], i);
        }

        var both = new[] { new Detection(boxes[0], 0, 0.9f), new Detection(boxes[1], 1, 0.8f) };
        for (var i = 0; i < 2; i++)
        {
            Assert.InRange(PlatePixels(both, i), alone[i] * 0.9, alone[i] * 1.1);
        }
    }

    [Fact]
    public void TheTextOnEveryPlateIsReadable()
    {
        for (var classId = 0; classId < 100; classId++)
        {
            var pixels = new byte[3 * s_size.Pixels];
            new PictureDrawing().Draw(s_size, pixels, [new Detection(new Box(0.1f, 0.5f, 0.3f, 0.3f), classId, 0.9f)], s_labels);
            var plate = ClassPalette.Of(classId);
            var text = CountOf(pixels, Rgb.White) > 0 ? Rgb.White : Rgb.Black;
            Assert.True(Contrast(plate, text) >= 4.5, $"class {classId}: {plate} under {text}");
        }
    }

    [Fact]
    public void CommonClassesAreEasyToTellApart()
    {
        for (var a = 0; a < 8; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var (one, other) = (ClassPalette.Of(a), ClassPalette.Of(b));
                var distance = Math.Sqrt(Math.Pow(one.Red - other.Red, 2) + Math.Pow(one.Green - other.Green, 2) + Math.Pow(one.Blue - other.Blue, 2));
                Assert.True(distance > 70, $"classes {a} and {b}: {one}, {other}");
            }
        }
    }

    /// <summary>Pixels near the plate's colour, which is 92 % the class's over black.</summary>
    private static int PlatePixels(Detection[] detections, int classId)
    {
        var pixels = new byte[3 * s_size.Pixels];
        new PictureDrawing().Draw(s_size, pixels, detections, s_labels);
        var colour = ClassPalette.Of(classId);
        return CountOf(pixels, new Rgb((byte)(colour.Red * 235 / 256), (byte)(colour.Green * 235 / 256), (byte)(colour.Blue * 235 / 256)));
    }

    private static int CountOf(byte[] pixels, Rgb colour)
    {
        var count = 0;
        for (var i = 0; i < pixels.Length; i += 3)
        {
            count += pixels[i] == colour.Red && pixels[i + 1] == colour.Green && pixels[i + 2] == colour.Blue ? 1 : 0;
        }

        return count;
    }

    /// <summary>WCAG 2.1 contrast ratio.</summary>
    private static double Contrast(Rgb one, Rgb other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(Rgb colour)
    {
        static double Linear(byte value) => value <= 10 ? value / 255.0 / 12.92 : Math.Pow(((value / 255.0) + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));
    }

    private static Rgb At(byte[] pixels, int x, int y)
    {
        var at = 3 * ((y * s_size.Width) + x);
        return new Rgb(pixels[at], pixels[at + 1], pixels[at + 2]);
    }
}
