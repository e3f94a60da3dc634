using EdgeVision.Service.Quantizing;
using Spectre.Console;

namespace EdgeVision.Service.Tests.Quantizing;

public class ReportTableTests
{
    [Fact]
    public void TheVerdictComesFirstThenTheFiguresThenTheNoisiestLayers()
    {
        var text = Print(new QuantizeOutcome(SampleReport.Create(), new OutputPlace("/out/yolox-int8", "yolox-int8")));
        string[] order = ["ACCEPTED", "0.3872", "14.20 ms", "stage [52x52]", "noisiest layers", "/out/yolox-int8"];
        var places = order.Select(words => text.IndexOf(words, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Equal(10, text[text.IndexOf("noisiest", StringComparison.Ordinal)..].Split("/backbone/").Length - 1);
    }

    [Fact]
    public void ARefusalSaysThatTheFloatModelStaysAndThatNothingWasWritten()
    {
        var text = Print(new QuantizeOutcome(SampleReport.Create(accepted: false), null));
        Assert.Contains("REFUSED: the float model stays", text, StringComparison.Ordinal);
        Assert.Contains("lost 0.0360 of at most 0.0100", text, StringComparison.Ordinal);
        Assert.Contains("nothing was written", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesFromAModelCannotSteerTheTerminal()
    {
        var report = SampleReport.Create(layers: 1);
        report = report with { Layers = [report.Layers[0] with { Name = "\u001b[2J[red]x", NoiseDb = 3 }] };
        var text = Print(new QuantizeOutcome(report, null));
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("?[2J[red]x", text, StringComparison.Ordinal);
    }

    private static string Print(QuantizeOutcome outcome)
    {
        var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 140;
        ReportTable.Write(console, outcome);
        return writer.ToString();
    }
}
