namespace EdgeVision.Service.Doctor.Cameras;

/// <summary>What a camera's reading tells a person.</summary>
internal static class CameraWords
{
    private const double GoodShare = 0.7;
    private const double LeastFrames = 3;

    public static Finding Of(string subject, CameraReading reading, TimeSpan watch)
    {
        var (format, nominal, _) = reading.Opened;
        var words = FormattableString.Invariant(
            $"{format.Size} {format.Layout}, first picture after {reading.FirstAfter.TotalSeconds:0.0} s, {(reading.Frames == 0 ? "one picture" : $"{Rate(reading.FramesPerSecond)} frames/s")}")
            + (nominal > 0 && reading.Frames > 0 ? $" of {Rate(nominal)}" : "");
        if (reading.IsFlat)
        {
            return new Finding(CheckState.Warn, subject, $"{words}; the picture is one flat grey", "take the cap off the lens, give it light, or check the camera's cable");
        }

        // A camera of one picture in several seconds cannot be judged by so few.
        if (reading.HasEnded || (nominal > 0 && nominal * watch.TotalSeconds < LeastFrames))
        {
            return new Finding(CheckState.Ok, subject, words);
        }

        if (reading.Frames == 0)
        {
            return new Finding(CheckState.Warn, subject, FormattableString.Invariant($"{words}, and none in the {watch.TotalSeconds:0.#} s after it"), "check the camera's frame rate and the network");
        }

        return nominal > 0 && reading.FramesPerSecond < GoodShare * nominal
            ? new Finding(CheckState.Warn, subject, $"{words}: frames are missing", "lower the camera's resolution or rate, write capture: {scale: 640x360} or hwaccel in the device file, or use a cable instead of radio")
            : new Finding(CheckState.Ok, subject, words);
    }

    private static string Rate(double perSecond) => perSecond.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
