using EdgeVision.Core.Frames;
using EdgeVision.Imaging.Drawing;

namespace EdgeVision.Imaging.Tests.Drawing;

public class FontTests
{
    private static readonly PictureSize s_size = new(40, 40);

    [Theory]
    [InlineData(10)]
    [InlineData(24)]
    public void EveryPrintableCharacterLooksLikeNoOther(int height)
    {
        var seen = new Dictionary<string, char>();
        for (var character = ' '; character <= '~'; character++)
        {
            var picture = Convert.ToHexString(Drawn(character, height));
            Assert.False(seen.TryGetValue(picture, out var twin), $"'{character}' looks like '{twin}'");
            seen[picture] = character;
        }
    }

    [Fact]
    public void LettersStayWithinTheirLine()
    {
        const int height = 12;
        for (var character = '!'; character <= '~'; character++)
        {
            var pixels = Drawn(character, height);
            for (var y = 0; y < 40; y++)
            {
                var inked = pixels.AsSpan(y * 120, 120).ContainsAnyExcept((byte)0);
                // Drawn at y = 5: capitals to 17, descenders a third of that deeper; one pixel for soft edges.
                Assert.False(inked && y is < 4 or > 5 + 12 + 4 + 1, $"'{character}' reaches row {y}");
            }

            Assert.Contains(pixels, static value => value > 180);
        }
    }

    [Fact]
    public void OtherCharactersBecomeQuestionMarks() => Assert.Equal(Drawn('?', 12), Drawn('ß', 12));

    private static byte[] Drawn(char character, int height)
    {
        var pixels = new byte[3 * s_size.Pixels];
        new LabelFont(height).Draw(new RgbCanvas(s_size, pixels), character.ToString(), 5, 5, Rgb.White);
        return pixels;
    }
}
