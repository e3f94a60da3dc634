using EdgeVision.Core.Detections;

namespace EdgeVision.Service.Pictures;

/// <summary>Takes frames with their detections and makes pictures of them. Finished when disposed.</summary>
internal interface IAnnotation : IAsyncDisposable
{
    Task AddAsync(InputFrame frame, LabelSet labels, DetectionSet found);
}
