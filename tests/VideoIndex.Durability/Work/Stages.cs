namespace VideoIndex.Durability.Work;

/// <summary>The stages, shaped as the real ones are: see docs/pipeline.md.</summary>
internal static class Stages
{
    public const string Probe = "probe", Plan = "plan", Survey = "survey", Part = "part", Assemble = "assemble", Index = "index";

    /// <summary>Gets those a video cannot end without. The survey only makes it searchable sooner.</summary>
    public static IReadOnlyList<string> Required { get; } = [Probe, Plan, Part, Assemble, Index];

    public static IReadOnlyList<string> All { get; } = [.. Required, Survey];
}
