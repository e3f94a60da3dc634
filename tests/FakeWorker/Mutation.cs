namespace FakeWorker;

/// <summary>Damages a sound message, the same way for the same seed.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] sound, int seed)
    {
        var random = new Random(seed);
        var bytes = sound.ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 9)));
                    break;
                default:
                    bytes.InsertRange(at, [.. Enumerable.Range(0, random.Next(1, 100)).Select(_ => (byte)random.Next(256))]);
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }
}
