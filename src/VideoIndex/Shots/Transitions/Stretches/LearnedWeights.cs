namespace VideoIndex.Shots.Transitions.Stretches;
internal static class LearnedWeights
{
    public static readonly Judge Between = new([], [0]), Away = new([], [0]), Up = new([], [0]), Wipe = new([], [0]);
}
