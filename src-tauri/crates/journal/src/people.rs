//! People: who is in an entry, and who rests behind the gate.

use crate::Unlocked;
use crate::dto::{AgeBand, Failure, Person, PersonAddRequest, PersonRequest, Relationship};
use crate::opening::new_id;
use crate::wire::Wire;
use goldseam_content as content;
use goldseam_vault::table::person;

/// A stored person as the frontend shows them.
pub(crate) fn view(stored: &person::Person) -> Result<Person, Failure> {
    let lists = content::content().choices();
    Ok(Person {
        id: stored.id.clone(),
        alias: stored.alias.clone(),
        relationship: Relationship::of(&stored.relationship)?,
        relationship_words: lists
            .relationship_phrase(&stored.relationship, stored.age_band.as_deref())
            .unwrap_or_default(),
        age_band: AgeBand::maybe(stored.age_band.as_deref())?,
        resting: stored.resting(),
    })
}

impl Unlocked {
    /// Everybody, by name.
    ///
    /// # Errors
    /// The disk's refusal.
    pub fn people(&self) -> Result<Vec<Person>, Failure> {
        person::all(&self.vault)?.iter().map(view).collect()
    }

    /// Adds a person.
    ///
    /// # Errors
    /// A name that is empty, too long or taken; the disk's refusal.
    pub fn person_add(&mut self, request: &PersonAddRequest) -> Result<Person, Failure> {
        let alias = request.alias.replace('\0', "");
        let alias = alias.split_whitespace().collect::<Vec<_>>().join(" ");
        if alias.is_empty() {
            return Err(Failure::input("What do you call them? Any name will do."));
        }
        if alias.chars().count() > 60 {
            return Err(Failure::input(
                "That name is a little long. Up to 60 letters fit.",
            ));
        }
        let lower = alias.to_lowercase();
        if person::all(&self.vault)?
            .iter()
            .any(|known| known.alias.to_lowercase() == lower)
        {
            return Err(Failure::input(
                "Somebody of that name is here already. Choose them, or add a letter to tell them apart.",
            ));
        }
        let child = request.relationship == Relationship::Child;
        let added = person::Person {
            id: new_id(),
            alias,
            relationship: request.relationship.id().to_owned(),
            age_band: request
                .age_band
                .filter(|_| child)
                .map(|band| band.id().to_owned()),
            safety_answer: "notAsked".to_owned(),
            gate: "none".to_owned(),
        };
        let now = self.clock.stamp();
        self.vault
            .commit(|write| person::add(write, &added, &now))?;
        view(&added)
    }

    /// "I don't feel safe with this person": nothing about them is suggested, counted or asked.
    ///
    /// # Errors
    /// No such person; the disk's refusal.
    pub fn person_unsafe(&mut self, request: &PersonRequest) -> Result<Person, Failure> {
        self.set_gate(&request.person_id, "said")
    }

    /// Takes the gate over a person away, at the writer's word. A new sign closes it again.
    ///
    /// # Errors
    /// No such person; the disk's refusal.
    pub fn person_free(&mut self, request: &PersonRequest) -> Result<Person, Failure> {
        self.set_gate(&request.person_id, "none")
    }

    fn set_gate(&mut self, id: &str, gate: &str) -> Result<Person, Failure> {
        self.vault.commit(|write| {
            person::set_gate(write, id, gate)?;
            if gate == "none" {
                // The same word answers the one question, or it would go on resting by that.
                person::set_safety_answer(write, id, "notAsked")?;
            }
            Ok(())
        })?;
        view(&person::get(&self.vault, id)?)
    }
}
