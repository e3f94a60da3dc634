using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Truth;

/// <summary>One frame's detections and what it truly shows.</summary>
internal readonly record struct FramePair(PictureSize Size, LabelSet Names, Detection[] Found, StreetObject[] Truth);
