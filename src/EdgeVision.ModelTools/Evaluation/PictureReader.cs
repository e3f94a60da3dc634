using EdgeVision.Core.Frames;

namespace EdgeVision.ModelTools.Evaluation;

/// <summary>Reads a picture file into memory.</summary>
public delegate (FrameFormat Format, byte[] Pixels) PictureReader(string path);
