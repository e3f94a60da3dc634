using EdgeVision.Capture.Processes;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Capture.Tests.Processes;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("open rtsp://yard:hunter2@192.0.2.20/live failed", "open rtsp://yard:***@192.0.2.20/live failed")]
    [InlineData("'http://a:b%40c@host:80/x?y=1'", "'http://a:***@host:80/x?y=1'")]
    [InlineData("rtsp://a:b@c@host/x", "rtsp://a:***@host/x")]
    [InlineData("http://cam/snap?user=a&password=b&size=1", "http://cam/snap?user=a&password=***&size=1")]
    [InlineData("http://cam/snap?TOKEN=abc", "http://cam/snap?TOKEN=***")]
    [InlineData("rtsp://192.0.2.20:554/live at 12:30", "rtsp://192.0.2.20:554/live at 12:30")]
    public void Passwords_in_addresses_are_hidden(string text, string shown) => Assert.Equal(shown, new Secrets().Redact(text));

    [Fact]
    public void A_known_secret_is_hidden_plain_and_percent_encoded()
    {
        Prop.ForAll<NonEmptyString>(secret =>
        {
            // The stars that replace it are also what one of these holds.
            if (secret.Get.Contains('*', StringComparison.Ordinal))
            {
                return true;
            }

            var shown = new Secrets(secret.Get).Redact($"one {secret.Get} and {Uri.EscapeDataString(secret.Get)} two");
            return !shown.Contains(secret.Get, StringComparison.Ordinal) && !shown.Contains(Uri.EscapeDataString(secret.Get), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }
}
