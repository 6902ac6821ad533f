namespace VideoIndex.Faces;

/// <summary>How much around a face that was found is covered, in place and in time.</summary>
public sealed record CoverRule
{
    /// <summary>Gets the least score that counts as a face, 0 to 1; 0.3 by default: a wall that is covered does less harm than a face that is not.</summary>
    public float Threshold { get; init; } = 0.3f;

    /// <summary>Gets by how much of its own sides a box is grown to the left, the right and upwards; 0.3 by default, for detectors frame a face without hair and ears. Twice as much where the face was not seen.</summary>
    public float Margin { get; init; } = 0.3f;

    /// <summary>Gets by how much of its height a box is grown downwards; 0.45 by default, for detectors end a face at the chin, and a small one's box before it. Twice as much where the face was not seen.</summary>
    public float MarginBelow { get; init; } = 0.45f;

    /// <summary>Gets for how many frames a face may be lost from sight and still be the same; 12 by default. It is covered in between.</summary>
    public int Gap { get; init; } = 12;

    /// <summary>Gets for how many frames before it is first seen, and after it is last seen, a face is covered where it was; 6 by default.</summary>
    public int Hold { get; init; } = 6;
}
