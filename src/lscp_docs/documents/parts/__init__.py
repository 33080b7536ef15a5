"""The parts that documents share: people, the incident, views, minutes, chronology, letters."""
