using System.Text;
using EdgeVision.Capture.Processes;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeVision.Capture.Tests.Processes;

public sealed class TextTailTests
{
    [Fact]
    public void The_last_lines_are_kept_however_the_stream_is_cut()
    {
        Prop.ForAll<NonEmptyArray<PositiveInt>, PositiveInt>((lengths, piece) =>
        {
            var lines = lengths.Get.Select((length, index) => $"{index}:" + new string('x', length.Get % 300)).ToArray();
            var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
            var tail = new TextTail(new Secrets());
            for (var at = 0; at < bytes.Length; at += piece.Get)
            {
                tail.Append(bytes.AsSpan(at, Math.Min(piece.Get, bytes.Length - at)));
            }

            return tail.ToString() == string.Join('\n', lines.TakeLast(TextTail.MaxLines));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_line_without_end_is_cut()
    {
        var tail = new TextTail(new Secrets());
        for (var i = 0; i < 1000; i++)
        {
            tail.Append("abcdefghij"u8);
        }

        Assert.Equal(TextTail.MaxLineBytes, tail.ToString().Length);
    }

    [Fact]
    public void Control_characters_do_not_reach_a_terminal()
    {
        var tail = new TextTail(new Secrets());
        tail.Append("a\u001b[2Jb\0c"u8);
        Assert.Equal("a?[2Jb?c", tail.ToString());
    }
}
