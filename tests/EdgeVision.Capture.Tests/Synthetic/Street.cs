using System.Security.Cryptography;
using EdgeVision.Capture.Synthetic;

namespace EdgeVision.Capture.Tests.Synthetic;

/// <summary>Small scenes for tests, and their frames as hashes.</summary>
internal static class Street
{
    public static StreetScene Scene(string query) => new(StreetOptions.Parse("size=320x180&" + query));

    public static string Hash(StreetScene scene, long frame)
    {
        var pixels = new byte[scene.ByteCount];
        scene.Render(frame, pixels);
        return Convert.ToHexString(SHA256.HashData(pixels));
    }

    public static List<StreetObject> Truth(StreetScene scene, long frame)
    {
        var truth = new List<StreetObject>();
        scene.Truth(frame, truth);
        return truth;
    }
}
