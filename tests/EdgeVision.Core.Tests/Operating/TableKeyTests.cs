using EdgeVision.Core.Operating;

namespace EdgeVision.Core.Tests.Operating;

public class TableKeyTests
{
    private static readonly TableKey Stored = new("aa", "1.30.0", "Pi 5", "kernel 6.12");

    [Fact]
    public void The_same_machine_has_no_difference() => Assert.Null(Stored.DifferenceFrom(Stored with { }));

    [Fact]
    public void Every_difference_is_told()
    {
        var here = new TableKey("bb", "1.31.0", "Pi 4", "kernel 6.13");
        Assert.Equal(
            "model aa, here bb; library 1.30.0, here 1.31.0; hardware Pi 5, here Pi 4; driver kernel 6.12, here kernel 6.13", Stored.DifferenceFrom(here));
        Assert.Equal("library 1.30.0, here 1.31.0", Stored.DifferenceFrom(Stored with { Library = "1.31.0" }));
    }
}
