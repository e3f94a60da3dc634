using System.Text;

namespace EdgeVision.Capture.Processes;

/// <summary>
/// The last lines of a program's messages in a bounded ring. Bytes go in as they come; a flood costs no memory, and a
/// line that never ends is cut.
/// </summary>
public sealed class TextTail(Secrets secrets)
{
    /// <summary>Lines kept.</summary>
    public const int MaxLines = 20;

    /// <summary>Bytes kept of a line.</summary>
    public const int MaxLineBytes = 400;

    private readonly Lock _gate = new();
    private readonly byte[][] _lines = new byte[MaxLines][];
    private readonly int[] _lengths = new int[MaxLines];
    private long _count;
    private int _filled;

    /// <summary>Takes any piece of the stream, cut anywhere.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            foreach (var value in bytes)
            {
                Take(value);
            }
        }
    }

    /// <summary>The kept lines, without secrets, oldest first; also an unfinished last one.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            var text = new StringBuilder();
            for (var index = Math.Max(0, _count - MaxLines + 1); index <= _count; index++)
            {
                var slot = (int)(index % MaxLines);
                var length = index == _count ? _filled : _lengths[slot];
                if (length > 0)
                {
                    text.Append(text.Length > 0 ? "\n" : "").Append(Encoding.UTF8.GetString(_lines[slot].AsSpan(0, length)));
                }
            }

            return secrets.Redact(text.ToString());
        }
    }

    private void Take(byte value)
    {
        var slot = (int)(_count % MaxLines);
        if (value is (byte)'\n' or (byte)'\r')
        {
            EndLine(slot);
        }
        else if (_filled < MaxLineBytes)
        {
            var line = _lines[slot] ??= new byte[MaxLineBytes];
            line[_filled++] = value is >= 0x20 or (byte)'\t' ? value : (byte)'?';
        }
    }

    private void EndLine(int slot)
    {
        if (_filled == 0)
        {
            return;
        }

        _lengths[slot] = _filled;
        _count++;
        _filled = 0;
    }
}
