namespace OnnxFuzz;

/// <summary>Damages a model in place, a little or much, and can undo it: real models are too large to copy each time.</summary>
internal sealed class Mutation(byte[] original, Random random)
{
    private static readonly byte[] Interesting = [0, 1, 2, 0x7f, 0x80, 0xff, 0x08, 0x0a, 0x12, 0x2a, 0x3a];

    private readonly byte[] _bytes = (byte[])original.Clone();
    private readonly List<int> _touched = [];

    /// <summary>The next damaged input; good until the next call.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        foreach (var position in _touched)
        {
            _bytes[position] = original[position];
        }

        _touched.Clear();
        for (var change = random.Next(1, 9); change > 0; change--)
        {
            Change();
        }

        return random.Next(8) == 0 ? _bytes.AsMemory(0, random.Next(_bytes.Length + 1)) : _bytes;
    }

    private void Change()
    {
        // Structure crowds at both ends of a file, between them lie weights.
        var span = random.Next(3) == 0 ? _bytes.Length : Math.Min(_bytes.Length, 4096);
        var position = random.Next(span);
        position = random.Next(2) == 0 ? position : _bytes.Length - 1 - position;
        switch (random.Next(4))
        {
            case 0:
                Set(position, (byte)(_bytes[position] ^ (1 << random.Next(8))));
                break;
            case 1:
                Set(position, Interesting[random.Next(Interesting.Length)]);
                break;
            case 2:
                Set(position, (byte)random.Next(256));
                break;
            default:
                var from = random.Next(_bytes.Length);
                for (var index = 0; index < random.Next(1, 40) && Math.Max(position, from) + index < _bytes.Length; index++)
                {
                    Set(position + index, original[from + index]);
                }

                break;
        }
    }

    private void Set(int position, byte value)
    {
        _bytes[position] = value;
        _touched.Add(position);
    }
}
