using System.Xml.Linq;
using EdgeVision.ModelTools.Quantization.Reports;

namespace EdgeVision.Service.Tests.Quantizing;

public class ReportPlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(700)]
    public void ThePlotIsWellFormedAndHasAMarkForEveryLayer(int layers)
    {
        var report = SampleReport.Create(layers: layers);
        var root = XDocument.Parse(ReportPlot.Write(report)).Root!;

        // Legend and paper are boxes too; only a layer's has words for the pointer.
        var marks = root.Elements(Svg + "rect").Where(box => box.Element(Svg + "title") is not null).ToArray();
        Assert.Equal(layers, marks.Length);
        Assert.Equal(
            report.Layers.Select(layer => layer.Quantized ? "int8" : "float"),
            marks.Select(mark => (string)mark.Attribute("class")!));
    }

    [Fact]
    public void ABarIsAsHighAsItsNoiseAndStaysOnThePaper()
    {
        var report = SampleReport.Create(layers: 40);
        var root = XDocument.Parse(ReportPlot.Write(report)).Root!;
        var bars = root.Elements(Svg + "rect").Where(box => box.Element(Svg + "title") is not null).ToArray();
        var measured = Enumerable.Range(0, 40).Where(i => report.Layers[i].NoiseDb is > 1 and < 80).ToArray();
        var perDb = measured.Select(i => (double)bars[i].Attribute("height")! / report.Layers[i].NoiseDb!.Value).ToArray();
        Assert.All(perDb, ratio => Assert.InRange(ratio, perDb[0] * .98, perDb[0] * 1.02));
        Assert.All(bars, bar => Assert.InRange((double)bar.Attribute("y")! + (double)bar.Attribute("height")!, 0, (double)root.Attribute("height")!));
        Assert.All(bars, bar => Assert.InRange((double)bar.Attribute("x")! + (double)bar.Attribute("width")!, 0, (double)root.Attribute("width")!));
    }

    [Fact]
    public void NamesFromAModelCannotBecomeMarkup()
    {
        var report = SampleReport.Create() with { Model = "</title><script>alert(1)</script>" };
        var root = XDocument.Parse(ReportPlot.Write(report)).Root!;
        Assert.Empty(root.Descendants(Svg + "script"));
        Assert.Contains(root.Elements(Svg + "text"), text => text.Value.Contains("<script>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "accepted")]
    [InlineData(false, "refused")]
    public void TheTitleHasTheVerdict(bool accepted, string word) =>
        Assert.Contains(word, XDocument.Parse(ReportPlot.Write(SampleReport.Create(accepted))).Root!.Element(Svg + "title")!.Value, StringComparison.Ordinal);
}
