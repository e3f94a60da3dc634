using EdgeVision.Service.StreetSets;

namespace EdgeVision.Service.Tests.StreetSets;

public class SeedListTests
{
    [Theory]
    [InlineData("7", new ulong[] { 7 })]
    [InlineData("1-4", new ulong[] { 1, 2, 3, 4 })]
    [InlineData("9,2,5", new ulong[] { 9, 2, 5 })]
    [InlineData("3-4,0,10-11", new ulong[] { 3, 4, 0, 10, 11 })]
    public void RangesAndListsAreRead(string text, ulong[] expected) => Assert.Equal(expected, SeedList.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("-3")]
    [InlineData("4-")]
    [InlineData("4-1")]
    [InlineData("1,,2")]
    [InlineData("1 - 4")]
    [InlineData("1-3,2")]
    [InlineData("1-100001")]
    [InlineData("0-9223372036854775807")]
    [InlineData("99999999999999999999")]
    public void AnythingElseIsRefusedWithWhatIsAllowed(string text)
    {
        var mistake = Assert.Throws<FormatException>(() => SeedList.Parse(text));
        Assert.Contains("1-400", mistake.Message, StringComparison.Ordinal);
        Assert.Contains($"'{text}'", mistake.Message, StringComparison.Ordinal);
    }
}
