using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Pictures;

/// <summary>One picture of an input. The pixels are good until the next one is asked for.</summary>
/// <param name="Image">File name of the picture or video.</param>
/// <param name="Number">Number within the file, from 0.</param>
/// <param name="Time">Time within the file.</param>
/// <param name="Format">Of the pixels.</param>
/// <param name="Pixels">One whole frame.</param>
internal readonly record struct InputFrame(string Image, long Number, TimeSpan Time, FrameFormat Format, byte[] Pixels);
