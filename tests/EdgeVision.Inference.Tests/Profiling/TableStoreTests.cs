using EdgeVision.Inference.Profiling.Tables;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Profiling;

public sealed class TableStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private TableStore Store => new(_folder["own"], _folder["shipped"]);

    [Fact]
    public void Without_a_table_it_says_where_one_belongs()
    {
        var found = Store.Find("Raspberry Pi 5", "street-s", SampleTables.Key);
        Assert.Null(found.Table);
        Assert.Equal(_folder["own", "raspberry-pi-5-street-s.json"], found.Path);
        Assert.Empty(found.Refusals);
    }

    [Fact]
    public void The_devices_own_goes_before_the_shipped_one()
    {
        Write("shipped");
        Assert.Contains("shipped", Find().Path, StringComparison.Ordinal);
        Write("own");
        Assert.Contains("own", Find().Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_something_else_is_not_used_and_that_is_said()
    {
        Write("own");
        var found = Store.Find("Raspberry Pi 5", "street-s", SampleTables.Key with { Library = "1.31.0" });
        Assert.Null(found.Table);
        Assert.EndsWith("is not used: it was measured with library 1.30.0, here 1.31.0", Assert.Single(found.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_own_table_gives_way_to_the_shipped_one()
    {
        Write("shipped");
        _folder.Write("own/raspberry-pi-5-street-s.json", "{");
        var found = Find();
        Assert.NotNull(found.Table);
        Assert.Contains("is not used: it is no operating table", Assert.Single(found.Refusals), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Raspberry Pi Zero 2 W Rev 1.0", "raspberry-pi-zero-2-w-rev-1-0")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("???", "board")]
    [InlineData("a very long name of a board that nobody would ever print on one", "a-very-long-name-of-a-board-that-nobody-would-ev")]
    public void A_boards_name_becomes_part_of_a_files(string board, string slug) => Assert.Equal(Path.Combine("x", $"{slug}-street-s.json"), TableStore.PathOf("x", board, "street-s"));

    public void Dispose() => _folder.Dispose();

    private FoundTable Find() => Store.Find("Raspberry Pi 5", "street-s", SampleTables.Key);

    private void Write(string folder) => TableFile.Write(TableStore.PathOf(_folder[folder], "Raspberry Pi 5", "street-s"), SampleTables.Table, SampleTables.Samples);
}
