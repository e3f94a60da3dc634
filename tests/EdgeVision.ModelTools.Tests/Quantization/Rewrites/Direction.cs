namespace EdgeVision.ModelTools.Tests.Quantization.Rewrites;

/// <summary>One direction of a convolution of stride 2 over an even number of pixels.</summary>
internal sealed record Direction(int Size, int Kernel, int Before, int After)
{
    public static Direction Draw(Random random)
    {
        while (true)
        {
            var one = new Direction(2 * random.Next(1, 9), random.Next(1, 8), random.Next(4), random.Next(4));
            if (one.Size + one.Before + one.After >= one.Kernel)
            {
                return one;
            }
        }
    }
}
