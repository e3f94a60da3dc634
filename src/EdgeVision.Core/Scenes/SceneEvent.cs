namespace EdgeVision.Core.Scenes;

/// <summary>Something worth telling a person, with an id that stays the same from start to end.</summary>
public sealed record SceneEvent(string Id, string CameraId, string Kind, string Label, DateTimeOffset Time);
