using EdgeVision.Service.Doctor;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>What a person reads.</summary>
public class ReportTextTests
{
    private static readonly Finding[] Findings =
    [
        new(CheckState.Ok, "clock", "2026-05-01 10:00:00Z, kept right") { Details = ["nobody needs this"] },
        new(CheckState.Fail, "ffmpeg", "ffmpeg is not installed", "sudo apt install ffmpeg") { Details = ["/usr/bin/ffmpeg: no such file"] },
        new(CheckState.Warn, "a subject longer than its column", "odd", "look"),
    ];

    [Fact]
    public void Words_stand_in_columns_with_the_fix_below_and_fails_come_once_more_at_the_end()
    {
        var output = new StringWriter { NewLine = "\n" };
        var text = new ReportText(output, isColoured: false);
        text.Write(Findings);
        text.WriteSummary(Findings, TimeSpan.FromSeconds(1.25));
        Assert.Equal("""
            ok    clock              2026-05-01 10:00:00Z, kept right
            fail  ffmpeg             ffmpeg is not installed
                                       /usr/bin/ffmpeg: no such file
                                     → sudo apt install ffmpeg
            warn  a subject longer than its column odd
                                     → look

            1 failed, 1 warning, 1 good; 1.3 s
            fail  ffmpeg: ffmpeg is not installed
                  → sudo apt install ffmpeg

            """.ReplaceLineEndings("\n"), output.ToString());
    }

    [Fact]
    public void Colour_is_on_the_first_word_alone_and_only_when_asked_for()
    {
        var output = new StringWriter { NewLine = "\n" };
        new ReportText(output, isColoured: true).Write([Findings[1]]);
        Assert.StartsWith("\u001b[31mfail \u001b[0m ffmpeg ", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, output.ToString().Count(letter => letter == '\u001b'));
    }

    [Fact]
    public void Nothing_failed_says_so()
    {
        var output = new StringWriter { NewLine = "\n" };
        new ReportText(output, isColoured: false).WriteSummary([Findings[0]], TimeSpan.Zero);
        Assert.Equal("\nnothing failed, 0 warnings, 1 good; 0.0 s\n", output.ToString());
    }
}
