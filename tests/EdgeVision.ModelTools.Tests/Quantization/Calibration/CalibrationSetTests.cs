using EdgeVision.ModelTools.Quantization.Calibration;

namespace EdgeVision.ModelTools.Tests.Quantization.Calibration;

public sealed class CalibrationSetTests
{
    [Theory]
    [InlineData(10, 10, new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
    [InlineData(10, 99, new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
    [InlineData(10, 5, new[] { 0, 2, 4, 6, 8 })]
    [InlineData(10, 4, new[] { 0, 2, 5, 7 })]
    [InlineData(10, 1, new[] { 0 })]
    [InlineData(10, 0, new int[0])]
    [InlineData(0, 5, new int[0])]
    public void Pictures_are_spread_evenly_and_no_other_is_read(int count, int wanted, int[] read)
    {
        var asked = new List<int>();
        Assert.Equal(read.Length, Set(count, asked).Spread(wanted, default).Count());
        Assert.Equal(read, asked);
    }

    [Fact]
    public void A_large_set_is_spread_to_its_end()
    {
        var asked = new List<int>();
        Assert.Equal(1000, Set(2_000_000_000, asked).Spread(1000, default).Count());
        Assert.Equal(1_998_000_000, asked[^1]);
    }

    [Fact]
    public void One_picture_is_read_at_a_time()
    {
        var asked = new List<int>();
        using var source = new CancellationTokenSource();
        using var pictures = Set(10, asked).Read(source.Token).GetEnumerator();
        pictures.MoveNext();
        pictures.MoveNext();
        Assert.Equal([0, 1], asked);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => pictures.MoveNext());
    }

    private static CalibrationSet Set(int count, List<int> asked) => new("counted", count, index =>
    {
        asked.Add(index);
        return default;
    });
}
