using EdgeVision.ModelTools.Evaluation;
using EdgeVision.Service.Truth;

namespace EdgeVision.Service.Tests.Truth;

public sealed class TruthWordsTests
{
    [Fact]
    public void The_figures_are_on_the_last_line() => Assert.Equal(
        [
            "person     precision 1.00, recall .50 (600 objects, 300 found)",
            "car        precision .91, recall .75 (604 objects, 500 found)",
            "precision .93, recall .88 against the exact truth (1,204 objects in 148 frames, IoU .50, score ≥ .35)",
        ],
        TruthWords.Lines(new TruthReading(
            new Agreement(1060, 1140, 1204), [("person", new Agreement(300, 300, 600)), ("car", new Agreement(453, 500, 604)), ("bus", new Agreement(0, 0, 0))], 148, 0, .35f)));

    [Fact]
    public void Where_there_is_nothing_to_divide_by_stands_a_dash() => Assert.Equal(
        "precision -, recall .00 against the exact truth (2 objects in 1 frames, IoU .50, score ≥ .50)",
        TruthWords.Lines(new TruthReading(new Agreement(0, 0, 2), [], 1, 0, .5f)).Single());
}
