using System.Globalization;

namespace EdgeVision.Service.Doctor.Host;

/// <summary>Bytes for people.</summary>
internal static class Size
{
    public static string Of(double bytes)
    {
        string[] units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
        var unit = 0;
        while (bytes >= 1024 && unit < units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{bytes:0.#} {units[unit]}");
    }
}
